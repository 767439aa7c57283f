package org.parley.ejb.routing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.routing.Availability;
import org.parley.api.routing.AvailabilityChanged;
import org.parley.ejb.event.CommittedEvents;
import org.parley.ejb.routing.queue.QueueBook;

/** What this node's desk has in mind, and what it told. */
@ApplicationScoped
class RoutingState {
    @Inject
    CommittedEvents events;

    @Inject
    DutyBook duty;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.routing.waiting")
    int mostWaiting;

    private final Hints hints = new Hints();
    private QueueBook queues;
    private volatile List<Availability> availability = List.of();

    @PostConstruct
    void prepare() {
        queues = new QueueBook(mostWaiting);
    }

    Hints hints() {
        return hints;
    }

    QueueBook queues() {
        return queues;
    }

    DutyRoster duty() {
        return duty.roster();
    }

    List<Availability> availability() {
        return availability;
    }

    /** Tells which departments accept, if that is news; for the desk's thread only. */
    void tellAvailability() {
        DutyRoster seen = duty();
        List<Availability> now = seen.departments().stream()
                .map(rules -> seen.availability(rules, clock.instant()))
                .toList();
        if (!now.equals(availability)) {
            availability = now;
            events.tell(new AvailabilityChanged(now));
        }
    }
}
