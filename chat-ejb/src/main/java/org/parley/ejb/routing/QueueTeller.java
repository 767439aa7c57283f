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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.department.DepartmentId;
import org.parley.api.routing.QueueMoved;
import org.parley.api.routing.QueuePosition;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;
import org.parley.ejb.conversation.handover.Queued;
import org.parley.ejb.event.CommittedEvents;

/** Tells those who wait where they stand, as it changes. */
@ApplicationScoped
class QueueTeller {
    /** Who waits for one department, and what of it is needed once they are served. */
    private record Seen(Instant since, DepartmentId department, int accepting) {}

    @Inject
    CommittedEvents events;

    @Inject
    Clock clock;

    private QueuePositions queue;
    private volatile Map<UUID, Seen> seen = Map.of();
    private volatile Map<UUID, QueuePosition> positions = Map.of();

    @PostConstruct
    void prepare() {
        queue = new QueuePositions(clock);
    }

    Optional<QueuePosition> position(UUID conversation) {
        return Optional.ofNullable(positions.get(conversation));
    }

    /** A conversation changed: whoever was served tells how long the others will wait. */
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

    /** For the desk's thread only: tells what is new since its last turn. */
    void tell(DutyRoster duty, List<Queued> all, Function<DepartmentRules, RoutingStrategy> strategies) {
        Map<UUID, Conversation> byId =
                all.stream().map(Queued::conversation).collect(Collectors.toMap(Conversation::id, Function.identity()));
        Map<DepartmentId, List<Waiting>> byDepartment =
                all.stream().map(one -> one.waiting(null)).collect(Collectors.groupingBy(Waiting::department));
        Map<UUID, Seen> now = new HashMap<>();
        Map<UUID, QueuePosition> standing = new HashMap<>();
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
