package org.parley.ejb.conversation.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.conversation.Receipt;

/** How far a participant has come; made when they join, so that moving it is one conditional update. */
@Entity
@Table(name = "receipt")
@IdClass(ReceiptRow.Key.class)
public class ReceiptRow {
    @Id
    @Column(name = "conversation_id")
    private UUID conversation;

    @Id
    @Column(name = "participant_id")
    private String participantId;

    @Enumerated(EnumType.STRING)
    @Column(name = "participant_kind")
    private ParticipantKind participantKind;

    @Column(name = "participant_name")
    private String participantName;

    @Column(name = "delivered_seq")
    private long delivered;

    @Column(name = "read_seq")
    private long read;

    protected ReceiptRow() {}

    public ReceiptRow(ConversationId conversation, Participant participant) {
        this.conversation = conversation.value();
        this.participantId = participant.id();
        this.participantKind = participant.kind();
        this.participantName = participant.name();
    }

    public ConversationId conversation() {
        return new ConversationId(conversation);
    }

    public boolean isOf(Participant participant) {
        return participantId.equals(participant.id());
    }

    /** @return whether a number has risen; none ever falls */
    public boolean move(long seq, boolean isRead) {
        boolean moves = seq > (isRead ? read : delivered);
        delivered = Math.max(delivered, seq);
        read = isRead ? Math.max(read, seq) : read;
        return moves;
    }

    public Receipt toReceipt() {
        return new Receipt(
                conversation(), new Participant(participantKind, participantId, participantName), delivered, read);
    }

    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        UUID conversation;
        String participantId;

        public Key() {}

        public Key(ConversationId conversation, String participantId) {
            this.conversation = conversation.value();
            this.participantId = participantId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && conversation.equals(key.conversation)
                    && participantId.equals(key.participantId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(conversation, participantId);
        }
    }
}
