package org.parley.web.protocol;

import java.time.Instant;

/**
 * One side of a conversation has no living device.
 *
 * @param since when they were last there
 * @param offline whether the operator has this status, and keeps the conversation until they are back
 * @param until when the conversation of an owner goes back into the queue unless they are back; null for never, and for
 *     a visitor
 */
public record Absence(Instant since, boolean offline, Instant until) {}
