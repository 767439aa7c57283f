package org.parley.ejb.routing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.api.conversation.ConversationId;
import org.parley.api.department.DepartmentId;
import org.parley.api.routing.QueueMoved;
import org.parley.ejb.event.CommittedEvents;
import org.parley.ejb.routing.queue.Place;
import org.parley.ejb.routing.queue.QueuePositions;
import org.parley.ejb.routing.queue.WaitingQueue;

/** Tells waiting visitors their place, as it changes; for the desk's thread only. */
@ApplicationScoped
class QueueTeller {
    @Inject
    CommittedEvents events;

    @Inject
    RoutingState state;

    @Inject
    Clock clock;

    private QueuePositions positions;
    private Instant again;

    @PostConstruct
    void prepare() {
        positions = new QueuePositions(clock);
    }

    /** Learns the waiting times of conversations that were taken; before memory forgets that they waited. */
    void learn(Map<ConversationId, Instant> takenAt) {
        takenAt.forEach((id, at) -> {
            Place place = state.queues().find(id);
            if (place != null) {
                DepartmentId department = place.waiting().department();
                positions.served(
                        department,
                        place,
                        Duration.between(place.waiting().since(), at),
                        state.duty().staff(department));
            }
        });
    }

    /** Whether news was held back that may be told now. */
    boolean isDue(Instant now) {
        return again != null && !again.isAfter(now);
    }

    /** Tells the news since the last turn. */
    void tell() {
        again = null;
        List<QueueMoved.Place> moved = new ArrayList<>();
        for (WaitingQueue queue : state.queues().queues()) {
            QueuePositions.News news = positions.news(queue, state.duty().staff(queue.department()));
            news.moved()
                    .forEach(one ->
                            moved.add(new QueueMoved.Place(one.place().queued().conversation(), one.position())));
            if (news.askAgain() != null && (again == null || news.askAgain().isBefore(again))) {
                again = news.askAgain();
            }
        }
        if (!moved.isEmpty()) {
            events.tell(new QueueMoved(moved));
        }
    }
}
