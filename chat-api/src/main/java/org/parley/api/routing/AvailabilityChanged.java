package org.parley.api.routing;

import java.util.List;

/** What the departments of all sites can do now; at least one can do something else than before. */
public record AvailabilityChanged(List<Availability> all) {
    public AvailabilityChanged {
        all = List.copyOf(all);
    }
}
