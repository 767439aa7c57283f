package org.parley.api.routing;

import java.util.List;

/** The availability of the departments of all sites, of which at least one changed. */
public record AvailabilityChanged(List<Availability> all) {
    public AvailabilityChanged {
        all = List.copyOf(all);
    }
}
