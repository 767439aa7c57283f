package org.parley.api.routing;

import java.time.Instant;
import org.parley.api.department.Department;

/**
 * Whether somebody of a department could take a conversation now: it is open, and an operator who serves it can be
 * reached, is willing and has room.
 *
 * @param open by the department's business hours
 * @param staffed whether somebody who serves it can be reached and is willing, with room or without; implies
 *     {@code open}
 * @param accepting whether a conversation would be taken now; implies {@code staffed}
 * @param letsStart whether a visitor may begin a conversation now, to be taken or to wait, here or in a fallback; else
 *     they can only leave a message
 * @param opens when it opens next; null while it is open, and when unknown
 */
public record Availability(
        Department department, boolean open, boolean staffed, boolean accepting, boolean letsStart, Instant opens) {}
