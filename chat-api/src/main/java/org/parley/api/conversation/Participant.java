package org.parley.api.conversation;

import org.parley.api.operator.OperatorId;
import org.parley.api.visitor.VisitorId;

/**
 * Somebody who takes part in a conversation, or wrote an entry of it.
 *
 * @param id opaque, never null
 * @param name for people to read; null for a visitor without a known name
 */
public record Participant(ParticipantKind kind, String id, String name) {
    /** @throws IllegalStateException for who is no operator */
    public OperatorId operatorId() {
        return OperatorId.of(idOf(ParticipantKind.OPERATOR));
    }

    /** @throws IllegalStateException for who is no visitor */
    public VisitorId visitorId() {
        return VisitorId.of(idOf(ParticipantKind.VISITOR));
    }

    private String idOf(ParticipantKind wanted) {
        if (kind != wanted) {
            throw new IllegalStateException(kind + " " + id + " is no " + wanted);
        }
        return id;
    }

    public boolean is(Participant other) {
        return other != null && kind == other.kind && id.equals(other.id);
    }
}
