package org.parley.api.conversation;

import java.time.Instant;

/**
 * A queued conversation that one operator is asked to take. Until then it waits for them first; others who serve the
 * department may still take it.
 *
 * @param until when somebody else is asked
 * @param passedOn who handed the conversation over; null when nobody has
 */
public record Offer(Participant operator, Instant until, PassedOn passedOn) {}
