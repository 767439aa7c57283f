package org.parley.api.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How staff handles a conversation.
 *
 * @param queued since when it waits in its department's queue; null while it does not
 * @param responded when an operator wrote the first message; null before
 * @param tags in the order in which they were given; lower case, without blanks; maybe empty
 * @param language BCP 47, such as {@code zh-CN}: what the visitor's browser said; null when unknown
 * @param offer null while nobody in particular is asked to take it
 * @param mergedInto the conversation in which this one goes on; null for one that stands for itself
 * @param merged the conversations that go on in this one, also by way of others; mostly empty
 * @param leftMessage the visitor does not wait for the answer: nobody was there when they wrote
 */
public record Handling(
        Instant queued,
        Instant responded,
        Priority priority,
        List<String> tags,
        String language,
        Offer offer,
        UUID mergedInto,
        List<UUID> merged,
        boolean leftMessage) {
    public Handling {
        tags = List.copyOf(tags);
        merged = List.copyOf(merged);
    }

    /** Of a conversation that has just begun to wait. */
    public static Handling waiting(Instant since) {
        return new Handling(since, null, Priority.NORMAL, List.of(), null, null, null, List.of(), false);
    }

    /** The same after an operator's first message. */
    public Handling respondedAt(Instant at) {
        return new Handling(queued, at, priority, tags, language, offer, mergedInto, merged, leftMessage);
    }
}
