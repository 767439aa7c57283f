package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.api.operator.OperatorId;
import org.parley.ejb.database.NewTransaction;
import org.parley.ejb.feed.Nodes;
import org.parley.ejb.routing.CheckPlan.Check;
import org.parley.ejb.routing.queue.WaitingQueue;

/**
 * One turn of the desk: it reads what may have changed, and takes the steps that follow from it. Without news, a deadline
 * or a check there is nothing to do. For the desk's thread only.
 */
@ApplicationScoped
class RoutingTurn {
    @Inject
    NewTransaction transactions;

    @Inject
    DutyBook dutyBook;

    @Inject
    RoutingState state;

    @Inject
    QueueReading queues;

    @Inject
    Nodes nodes;

    @Inject
    Overdue overdue;

    @Inject
    Serving serving;

    @Inject
    QueueTeller teller;

    @Inject
    Clock clock;

    private final UpTime upTime = new UpTime();
    private final CheckPlan plan = new CheckPlan();

    private DutyRoster toldOf;
    private Instant toldAt = Instant.MIN;

    /** Takes a turn if there is a reason. */
    void takeIfDue() {
        Instant now = clock.instant();
        Set<Check> checks = plan.due(now);
        if (checks.isEmpty()
                && state.hints().isEmpty()
                && !queues.isDue(now)
                && !dutyBook.isDue(now)
                && !teller.isDue(now)) {
            return;
        }
        Hints hints = state.hints().take();
        try {
            take(hints, checks, now);
        } catch (RuntimeException | Error e) {
            state.hints().add(hints);
            plan.failed(List.of(Check.values()));
            throw e;
        }
    }

    private void take(Hints hints, Set<Check> checks, Instant now) {
        readDuty(hints, checks, now);
        queues.read(hints, checks.contains(Check.QUEUE), now);
        overdue.giveBack(now);
        if (checks.contains(Check.IDLE) && state.duty().departments().stream().anyMatch(DepartmentRules::endsIdle)) {
            overdue.endIdle(now);
        }
        if (checks.contains(Check.NODES)) {
            plan.othersWrite(transactions.call(nodes::othersWrite));
            upTime.note(now);
        }
        if (checks.contains(Check.OWNERS) && !overdue.patience().isZero() && upTime.isLongerThan(overdue.patience())) {
            overdue.leaveGoneOwners(now);
        }
        overdue.lapse(now);
        for (WaitingQueue queue : state.queues().queues()) {
            state.duty()
                    .department(queue.department())
                    .ifPresent(rules -> serving.serve(queue, rules, state.duty(), now));
        }
        teller.tell();
    }

    private void readDuty(Hints hints, Set<Check> checks, Instant now) {
        Set<OperatorId> some = new HashSet<>(hints.operators());
        some.addAll(dutyBook.due(now));
        if (hints.isAboutStaffing() || checks.contains(Check.DUTY)) {
            transactions.run(dutyBook::readAll);
        } else if (!some.isEmpty()) {
            transactions.run(() -> dutyBook.read(some));
        }
        // An owner who has gone is looked for as soon as their time is over.
        if (some.stream().anyMatch(operator -> dutyBook.isGone(operator, now))) {
            plan.also(Check.OWNERS, now.plus(overdue.patience()).plusMillis(1));
        }
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        // Hours begin and end with a minute.
        if (state.duty() != toldOf || toldAt.isBefore(minute)) {
            toldOf = state.duty();
            toldAt = minute;
            state.tellAvailability();
        }
    }
}
