package org.parley.api.routing;

import java.util.List;
import java.util.UUID;

/** What routing knows at this moment; it may be a second old. Nothing here waits for the database. */
public interface Routing {
    /** The departments of all sites, by site and name; empty until the application has started. */
    List<Availability> availability();

    /** Whether an operator answers for a department: as its member, or because it has none. */
    boolean serves(UUID operator, UUID department);
}
