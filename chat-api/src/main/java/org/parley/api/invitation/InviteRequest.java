package org.parley.api.invitation;

import org.parley.api.visitor.VisitorId;

/**
 * An operator's request to talk to a visitor.
 *
 * @param id the operator's own; repeating it gives the first answer
 * @param department the department's key within the visitor's site; null for the site's first
 * @param text 1 to {@code parley.limits.text} UTF-16 units, plain
 */
public record InviteRequest(String id, VisitorId visitor, String department, String text, InvitationMode mode) {}
