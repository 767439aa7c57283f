package org.parley.api.conversation;

import java.time.Instant;
import java.util.Map;

/**
 * One committed line of a conversation's log; never changed afterwards.
 *
 * @param seq from 1, without gaps within the conversation's log
 * @param at UTC, milliseconds
 * @param text plain text, never HTML; null for kinds without a text
 * @param clientId the sender's own id; null for entries of the system
 * @param data further facts of the kind, such as {@code reason}; empty, never null
 */
public record Entry(
        ConversationId conversation,
        EntryLog log,
        long seq,
        Instant at,
        EntryKind kind,
        Participant author,
        String text,
        String clientId,
        Map<String, String> data) {
    public Entry {
        data = Map.copyOf(data);
    }
}
