package org.parley.web.protocol;

import java.time.Instant;

/**
 * Somebody who talks has no living device.
 *
 * @param since when they were last there
 * @param offline whether they have said so: an operator who keeps the conversation until they are back
 * @param until when the conversation of an owner goes back into the queue unless they are back; null for never, and for a
 *     visitor
 */
public record Absence(Instant since, boolean offline, Instant until) {}
