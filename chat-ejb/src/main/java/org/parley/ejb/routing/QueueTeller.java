package org.parley.ejb.routing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.department.DepartmentId;
import org.parley.api.routing.QueueMoved;
import org.parley.api.routing.QueuePosition;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;
import org.parley.ejb.conversation.handover.Queued;
import org.parley.ejb.event.CommittedEvents;

/** Tells waiting visitors their place, as it changes. */
@ApplicationScoped
class QueueTeller {
    /** A waiting conversation: since when and for which department it waits, and how many operators accept there. */
    private record Seen(Instant since, DepartmentId department, int accepting) {}

    @Inject
    CommittedEvents events;

    @Inject
    Clock clock;

    private QueuePositions queue;
    private volatile Map<ConversationId, Seen> seen = Map.of();
    private volatile Map<ConversationId, QueuePosition> positions = Map.of();

    @PostConstruct
    void prepare() {
        queue = new QueuePositions(clock);
    }

    Optional<QueuePosition> position(ConversationId conversation) {
        return Optional.ofNullable(positions.get(conversation));
    }

    /** Learns the waiting time of a conversation that was accepted. */
    void changed(Conversation conversation) {
        Seen before = seen.get(conversation.id());
        if (before != null && conversation.status() == ConversationStatus.ACTIVE) {
            queue.served(
                    before.department(),
                    conversation.id(),
                    Duration.between(before.since(), clock.instant()),
                    before.accepting());
        }
    }

    /** Tells the news since the last turn; for the desk's thread only. */
    void tell(DutyRoster duty, List<Queued> all, Function<DepartmentRules, RoutingStrategy> strategies) {
        Map<ConversationId, Conversation> byId =
                all.stream().map(Queued::conversation).collect(Collectors.toMap(Conversation::id, Function.identity()));
        Map<DepartmentId, List<Waiting>> byDepartment =
                all.stream().map(one -> one.waiting(null)).collect(Collectors.groupingBy(Waiting::department));
        Map<ConversationId, Seen> now = new HashMap<>();
        Map<ConversationId, QueuePosition> standing = new HashMap<>();
        List<QueueMoved.Place> moved = new ArrayList<>();
        for (DepartmentRules rules : duty.departments()) {
            DepartmentId department = rules.department().id();
            List<Waiting> waiting = byDepartment.getOrDefault(department, List.of());
            int accepting = duty.staff(department);
            var order = strategies.apply(rules).order();
            waiting.forEach(one -> now.put(one.conversation(), new Seen(one.since(), department, accepting)));
            queue.positions(department, order, waiting, accepting)
                    .forEach(position -> standing.put(position.conversation(), position));
            queue.news(department, order, waiting, accepting)
                    .positions()
                    .forEach(position -> moved.add(new QueueMoved.Place(byId.get(position.conversation()), position)));
        }
        seen = now;
        positions = standing;
        if (!moved.isEmpty()) {
            events.tell(new QueueMoved(moved));
        }
    }
}
