package org.parley.api.conversation;

import org.parley.api.operator.OperatorId;

/**
 * Somebody who takes part in a conversation, or wrote an entry of it.
 *
 * @param id opaque, never null
 * @param name for people to read; null for a visitor without a known name
 */
public record Participant(ParticipantKind kind, String id, String name) {
    /** @throws IllegalStateException for who is no operator */
    public OperatorId operatorId() {
        if (kind != ParticipantKind.OPERATOR) {
            throw new IllegalStateException(kind + " " + id + " is no operator");
        }
        return OperatorId.of(id);
    }

    public boolean is(Participant other) {
        return other != null && kind == other.kind && id.equals(other.id);
    }
}
