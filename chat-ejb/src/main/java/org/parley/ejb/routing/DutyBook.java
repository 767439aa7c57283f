package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;
import org.parley.ejb.routing.Staffing.Reachable;
import org.parley.ejb.routing.queue.Deadlines;

/**
 * Who is on duty, as memory has it: a copy of what the database was seen to say. For the desk's thread, but for
 * {@link #roster} and {@link #learn}.
 */
@ApplicationScoped
class DutyBook {
    @Inject
    RulesReader rules;

    @Inject
    Staffing staffing;

    @Inject
    Clock clock;

    private final Map<OperatorId, Candidate> present = new LinkedHashMap<>();
    private final Map<OperatorId, Instant> leases = new ConcurrentHashMap<>();
    private final Deadlines<OperatorId> ends = new Deadlines<>();
    private final Set<OperatorId> awaited = new HashSet<>();
    private volatile DutyRoster roster = new DutyRoster(List.of(), Map.of(), List.of());

    /** On any thread. */
    DutyRoster roster() {
        return roster;
    }

    /**
     * Takes renewed leases, on any thread. Most of them are of operators who simply stay.
     *
     * @return those who have come or gone
     */
    Set<OperatorId> learn(Map<OperatorId, Instant> until) {
        Instant now = clock.instant();
        Set<OperatorId> news = new HashSet<>();
        until.forEach((operator, end) -> {
            boolean stays = end.isAfter(now);
            Instant known = stays ? leases.put(operator, end) : leases.remove(operator);
            if (stays != (known != null && known.isAfter(now))) {
                news.add(operator);
            }
        });
        return news;
    }

    /** Reads everything, within the caller's transaction. */
    void readAll() {
        List<DepartmentRules> departments = rules.departments();
        Map<DepartmentId, Map<OperatorId, Integer>> members = rules.members();
        List<Reachable> there = staffing.reachable();
        present.clear();
        there.forEach(this::see);
        roster = new DutyRoster(departments, members, present.values());
    }

    /** Reads some operators, at least one, within the caller's transaction. */
    void read(Collection<OperatorId> operators) {
        Map<OperatorId, Candidate> before = new HashMap<>();
        operators.forEach(operator -> before.put(operator, present.remove(operator)));
        staffing.reachable(operators).forEach(this::see);
        if (!operators.stream().allMatch(one -> Objects.equals(before.get(one), present.get(one)))) {
            roster = roster.with(present);
        }
    }

    private void see(Reachable one) {
        OperatorId operator = one.candidate().operator();
        present.put(operator, one.candidate());
        leases.merge(operator, one.until(), (known, read) -> known.isAfter(read) ? known : read);
        if (awaited.add(operator)) {
            ends.add(one.until(), operator);
        }
    }

    /** Whether somebody may have gone without a word. */
    boolean isDue(Instant now) {
        return ends.isDue(now);
    }

    /** The operators who have to be read, because their lease is over; another node may have renewed it. */
    Set<OperatorId> due(Instant now) {
        Set<OperatorId> over = new HashSet<>();
        for (OperatorId operator : ends.due(now)) {
            Instant until = leases.get(operator);
            if (until != null && until.isAfter(now)) {
                ends.add(until, operator);
            } else {
                awaited.remove(operator);
                over.add(operator);
            }
        }
        return over;
    }

    /** Whether the operator's lease is over, as far as is known here. */
    boolean isGone(OperatorId operator, Instant now) {
        Instant until = leases.get(operator);
        return until == null || !until.isAfter(now);
    }
}
