package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.parley.api.routing.Availability;
import org.parley.api.routing.AvailabilityChanged;
import org.parley.ejb.event.CommittedEvents;

/** What this node's desk last saw and told. */
@ApplicationScoped
class RoutingState {
    @Inject
    CommittedEvents events;

    @Inject
    Clock clock;

    private volatile DutyRoster duty = new DutyRoster(List.of(), Map.of(), List.of());
    private volatile List<Availability> availability = List.of();

    DutyRoster duty() {
        return duty;
    }

    List<Availability> availability() {
        return availability;
    }

    /** Takes what the desk saw; for the desk's thread only. */
    void see(DutyRoster seen) {
        duty = seen;
        List<Availability> now = seen.departments().stream()
                .map(rules -> seen.availability(rules, clock.instant()))
                .toList();
        if (!now.equals(availability)) {
            availability = now;
            events.tell(new AvailabilityChanged(now));
        }
    }
}
