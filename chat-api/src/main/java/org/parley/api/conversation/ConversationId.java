package org.parley.api.conversation;

import java.util.Objects;
import java.util.UUID;

/** Names a {@link Conversation}. */
public record ConversationId(UUID value) implements Comparable<ConversationId> {
    public ConversationId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static ConversationId of(String text) {
        try {
            return new ConversationId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no conversation's id: " + text, e);
        }
    }

    @Override
    public int compareTo(ConversationId other) {
        return value.compareTo(other.value);
    }

    /** The UUID's text, as on the wire. */
    @Override
    public String toString() {
        return value.toString();
    }
}
