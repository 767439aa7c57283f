package org.parley.api.routing;

import java.time.Instant;
import org.parley.api.operator.Department;

/**
 * Whether somebody of a department could take a conversation now: it is open, and an operator who serves it can be
 * reached, is willing and has room.
 *
 * @param open by its business hours
 * @param accepting whether a conversation would be taken now; implies {@code open}
 * @param opens when it opens next; null while it is open, and when that is not known
 */
public record Availability(Department department, boolean open, boolean accepting, Instant opens) {}
