package org.parley.api.conversation;

import java.time.Instant;
import java.util.List;

/**
 * How staff handles a conversation.
 *
 * @param queued since when it waits in its department's queue; null while it does not
 * @param responded when an operator first wrote a message; null before
 * @param tags in the order of giving; lower case, without blanks; maybe empty
 * @param language of the visitor's browser, BCP 47, such as {@code zh-CN}; null when unknown
 * @param offer null while no single operator is asked to take it
 * @param mergedInto the conversation in which this one goes on; null when it is not merged
 * @param merged the conversations that go on in this one, also by way of others; usually empty
 * @param leftMessage whether the visitor left a message, and does not wait for the answer
 */
public record Handling(
        Instant queued,
        Instant responded,
        Priority priority,
        List<String> tags,
        String language,
        Offer offer,
        ConversationId mergedInto,
        List<ConversationId> merged,
        boolean leftMessage) {
    public Handling {
        tags = List.copyOf(tags);
        merged = List.copyOf(merged);
    }

    /** For a conversation that has just begun to wait. */
    public static Handling waiting(Instant since) {
        return new Handling(since, null, Priority.NORMAL, List.of(), null, null, null, List.of(), false);
    }

    /** The same after an operator's first message. */
    public Handling respondedAt(Instant at) {
        return new Handling(queued, at, priority, tags, language, offer, mergedInto, merged, leftMessage);
    }
}
