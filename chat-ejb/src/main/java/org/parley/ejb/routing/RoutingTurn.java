package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Offer;
import org.parley.ejb.conversation.handover.Handover;
import org.parley.ejb.conversation.handover.Idleness;
import org.parley.ejb.conversation.handover.Queued;
import org.parley.ejb.conversation.handover.RoutingRows;
import org.parley.ejb.database.NewTransaction;

/** One turn of the desk. Each step has a transaction of its own, so that a failure does not affect other steps. */
@ApplicationScoped
class RoutingTurn {
    private static final Logger LOG = Logger.getLogger(RoutingTurn.class.getName());

    /** A department is not empty yet while its last operator just reloads the page. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** The time for an operator to reload the page. */
    private static final Duration RELOAD = Duration.ofSeconds(5);

    @Inject
    NewTransaction transactions;

    @Inject
    Staffing staffing;

    @Inject
    RoutingState state;

    @Inject
    RoutingRows routingRows;

    @Inject
    Handover handover;

    @Inject
    Idleness idleness;

    @Inject
    Assigning assigning;

    @Inject
    QueueTeller queues;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.routing.owner-gone")
    int ownerGoneSeconds;

    @Inject
    @ConfigProperty(name = "parley.routing.keep-hours")
    int keepHours;

    private final UpTime upTime = new UpTime();
    private int steps;

    void take() {
        Instant now = clock.instant();
        steps = 0;
        DutyRoster duty = transactions.call(staffing::duty);
        upTime.note(now);
        state.see(duty);
        routingRows(now);
        transactions.call(() -> idleness.due(now)).forEach(id -> step(() -> idleness.step(id)));
        ownersGone(now);
        List<Queued> queued = transactions.call(routingRows::queued);
        lapse(queued, now);
        for (DepartmentRules rules : duty.departments()) {
            List<Queued> here = queued.stream()
                    .filter(one -> one.conversation()
                            .department()
                            .equals(rules.department().id()))
                    .filter(one -> one.conversation().handling().offer() == null)
                    .toList();
            if (!here.isEmpty()) {
                serve(rules, duty, here, now);
            }
        }
        queues.tell(duty, steps > 0 ? transactions.call(routingRows::queued) : queued, assigning::strategy);
    }

    private void serve(DepartmentRules rules, DutyRoster duty, List<Queued> queued, Instant now) {
        List<Queued> staying = new ArrayList<>(queued);
        if (rules.fallback() != null && !duty.isStaffed(rules, now)) {
            ReceptionRules.fallBack(duty, rules, now)
                    .ifPresent(to -> queued.stream()
                            .filter(one ->
                                    one.conversation().handling().queued().isBefore(now.minus(GRACE)))
                            .forEach(one -> {
                                staying.remove(one);
                                step(() -> handover.fallBack(one.conversation().id(), to));
                            }));
        }
        try {
            transactions
                    .call(() -> assigning.decide(rules, duty, staying))
                    .forEach(match -> step(() -> assigning.give(rules, match)));
        } catch (RuntimeException e) {
            // A strategy of the company's own may fail; that must not stop the other departments.
            LOG.log(Level.WARNING, "The queue of " + rules.department().name() + " could not be served", e);
        }
    }

    private void lapse(List<Queued> queued, Instant now) {
        Collection<String> gone =
                queued.stream().anyMatch(one -> one.conversation().handling().offer() != null)
                        ? transactions.call(() -> staffing.notThere(now.minus(RELOAD)))
                        : List.of();
        for (Queued one : queued) {
            Offer offer = one.conversation().handling().offer();
            if (offer != null
                    && (!offer.until().isAfter(now)
                            || gone.contains(offer.operator().id()))) {
                step(() -> handover.lapse(one.conversation().id(), offer));
            }
        }
    }

    private void routingRows(Instant now) {
        transactions.call(() -> routingRows.toGiveBack(now)).forEach(id -> step(() -> handover.giveBackIfDue(id)));
    }

    private void ownersGone(Instant now) {
        Duration patience = Duration.ofSeconds(ownerGoneSeconds);
        if (!patience.isZero() && upTime.isLongerThan(patience)) {
            Duration longest = Duration.ofHours(keepHours);
            List<Conversation> left = transactions.call(
                    () -> routingRows.ownedBy(staffing.goneSince(now.minus(patience), now.minus(longest))));
            left.forEach(conversation -> step(() -> handover.leave(conversation.id(), conversation.owner())));
        }
    }

    private void step(Runnable step) {
        steps++;
        try {
            transactions.call(() -> {
                step.run();
                return null;
            });
        } catch (RuntimeException e) {
            LOG.log(Level.INFO, "A step of routing is tried again in the next turn: {0}", e.getMessage());
        }
    }
}
