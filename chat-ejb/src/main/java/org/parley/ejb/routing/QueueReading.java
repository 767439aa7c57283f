package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.parley.api.conversation.ConversationId;
import org.parley.api.department.DepartmentId;
import org.parley.ejb.conversation.handover.QueueRows;
import org.parley.ejb.conversation.handover.Queued;
import org.parley.ejb.database.NewTransaction;
import org.parley.ejb.routing.queue.Place;
import org.parley.ejb.routing.queue.QueueBook;

/** Reads into memory what may have changed in the queues; for the desk's thread only. */
@ApplicationScoped
class QueueReading {
    @Inject
    NewTransaction transactions;

    @Inject
    RoutingState state;

    @Inject
    QueueRows rows;

    @Inject
    Assigning assigning;

    @Inject
    QueueTeller teller;

    /** What decides over the order of a queue, and over what has to be read of it. */
    private record Arrangement(String strategy, boolean preferLast) {}

    private Map<DepartmentId, Arrangement> arrangements = Map.of();

    /** Whether something has to be read without a hint. */
    boolean isDue(Instant now) {
        return state.queues().isDue(now) || state.queues().lacksSome();
    }

    /** @param compares whether to compare memory with the database */
    void read(Hints hints, boolean compares, Instant now) {
        QueueBook queues = state.queues();
        Set<ConversationId> some = new HashSet<>(hints.conversations());
        some.addAll(queues.due(now));
        some.addAll(arrange());
        try {
            if (compares || queues.lacksSome()) {
                some.addAll(queues.compare(transactions.call(rows::stamps)));
            }
            List<Queued> found =
                    some.isEmpty() ? List.of() : transactions.call(() -> rows.read(some, this::prefersLast));
            teller.learn(hints.takenAt());
            queues.take(some, found);
        } catch (RuntimeException e) {
            // What was due is not due again.
            some.forEach(state.hints()::conversation);
            throw e;
        }
    }

    private boolean prefersLast(DepartmentId department) {
        return state.duty()
                .department(department)
                .filter(rules -> rules.settings().preferLast())
                .isPresent();
    }

    /** @return what has to be read, because departments follow another strategy now */
    private Collection<ConversationId> arrange() {
        DutyRoster duty = state.duty();
        Map<DepartmentId, Arrangement> now = new HashMap<>();
        duty.departments()
                .forEach(rules -> now.put(
                        rules.department().id(),
                        new Arrangement(
                                rules.settings().strategy(), rules.settings().preferLast())));
        if (now.equals(arrangements)) {
            return List.of();
        }
        Map<DepartmentId, Arrangement> before = arrangements;
        arrangements = now;
        state.queues()
                .arrange(department ->
                        duty.department(department).map(assigning::strategy).orElse(null));
        return state.queues().queues().stream()
                .filter(queue -> !Objects.equals(now.get(queue.department()), before.get(queue.department())))
                .flatMap(queue -> queue.inOrder().stream())
                .map(Place::id)
                .toList();
    }
}
