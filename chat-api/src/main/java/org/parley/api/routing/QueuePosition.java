package org.parley.api.routing;

import java.time.Duration;
import org.parley.api.conversation.ConversationId;

/**
 * Where a conversation stands in its department's queue.
 *
 * @param position 1 for the next to be served
 * @param expected how long it will wait from now on, in whole seconds, rounded up to 15 seconds below two minutes and
 *     to minutes above; null when unknown
 */
public record QueuePosition(ConversationId conversation, int position, Duration expected) {}
