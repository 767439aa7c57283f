package org.parley.ejb.conversation.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.parley.api.conversation.ConversationId;

/** An operator was asked to take a conversation, or took it; with the outcome. */
@Entity
@Table(name = "assignment")
public class AssignmentRow {
    public enum Outcome {
        /** Not answered yet. */
        OFFERED,
        ACCEPTED,
        DECLINED,
        /** Not answered in time. */
        LAPSED,
        /** Somebody else took the conversation, or it ended. */
        WITHDRAWN
    }

    @Id
    private UUID id;

    @Column(name = "conversation_id")
    private UUID conversation;

    @Column(name = "operator_id")
    private String operator;

    @Column(name = "asked_at")
    private long askedAt;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "ended_at")
    private Long endedAt;

    protected AssignmentRow() {}

    public AssignmentRow(UUID id, ConversationId conversation, String operator, Instant askedAt) {
        this.id = id;
        this.conversation = conversation.value();
        this.operator = operator;
        this.askedAt = askedAt.toEpochMilli();
        this.outcome = Outcome.OFFERED;
    }

    public boolean isOf(String candidate) {
        return operator.equals(candidate);
    }

    public void end(Outcome how, Instant at) {
        outcome = how;
        endedAt = at.toEpochMilli();
    }
}
