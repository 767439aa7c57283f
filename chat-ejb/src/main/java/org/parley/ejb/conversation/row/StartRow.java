package org.parley.ejb.conversation.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.parley.api.conversation.ConversationId;
import org.parley.api.visitor.VisitorId;

/** The answer to a start, so that its repeat gets the same one, even after the conversation has closed. */
@Entity
@Table(name = "start_request")
@IdClass(StartRow.Key.class)
public class StartRow {
    @Id
    @Column(name = "visitor_id")
    private UUID visitor;

    @Id
    @Column(name = "client_id")
    private String clientId;

    @Column(name = "conversation_id")
    private UUID conversation;

    private boolean created;
    private long seq;

    protected StartRow() {}

    public StartRow(VisitorId visitor, String clientId, ConversationId conversation, boolean created, long seq) {
        this.visitor = visitor.value();
        this.clientId = clientId;
        this.conversation = conversation.value();
        this.created = created;
        this.seq = seq;
    }

    public ConversationId conversation() {
        return new ConversationId(conversation);
    }

    public boolean created() {
        return created;
    }

    public long seq() {
        return seq;
    }

    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        UUID visitor;
        String clientId;

        public Key() {}

        public Key(VisitorId visitor, String clientId) {
            this.visitor = visitor.value();
            this.clientId = clientId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && visitor.equals(key.visitor) && clientId.equals(key.clientId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(visitor, clientId);
        }
    }
}
