package org.parley.api.conversation;

/**
 * Who takes part in a conversation, or wrote an entry of it.
 *
 * @param id opaque, never null
 * @param name for people to read; null when a visitor has not said theirs
 */
public record Participant(ParticipantKind kind, String id, String name) {
    public boolean is(Participant other) {
        return other != null && kind == other.kind && id.equals(other.id);
    }
}
