package org.parley.api.conversation;

import java.time.Instant;

/**
 * One operator is asked to take a queued conversation. Others who serve the department may still take it.
 *
 * @param until when somebody else is asked
 * @param passedOn the transfer behind it; null when there is none
 */
public record Offer(Participant operator, Instant until, PassedOn passedOn) {}
