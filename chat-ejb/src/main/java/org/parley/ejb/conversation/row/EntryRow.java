package org.parley.ejb.conversation.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.ejb.database.JsonText;

@Entity
@Table(name = "entry")
@IdClass(EntryRow.Key.class)
public class EntryRow {
    @Id
    @Column(name = "conversation_id")
    private UUID conversation;

    @Id
    @Enumerated(EnumType.STRING)
    private EntryLog log;

    @Id
    private long seq;

    private long at;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_kind")
    private ParticipantKind authorKind;

    @Column(name = "author_id")
    private String authorId;

    @Column(name = "author_name")
    private String authorName;

    private String text;

    @Column(name = "client_id")
    private String clientId;

    /** A JSON object of strings; null when empty. */
    private String data;

    /** See {@link org.parley.ejb.time.WriteTimes}. */
    private long written;

    protected EntryRow() {}

    public long written() {
        return written;
    }

    public Entry toEntry() {
        return new Entry(
                new ConversationId(conversation),
                log,
                seq,
                Instant.ofEpochMilli(at),
                kind,
                new Participant(authorKind, authorId, authorName),
                text,
                clientId,
                JsonText.parse(data));
    }

    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        UUID conversation;
        EntryLog log;
        long seq;

        public Key() {}

        public Key(ConversationId conversation, EntryLog log, long seq) {
            this.conversation = conversation.value();
            this.log = log;
            this.seq = seq;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && conversation.equals(key.conversation)
                    && log == key.log
                    && seq == key.seq;
        }

        @Override
        public int hashCode() {
            return Objects.hash(conversation, log, seq);
        }
    }
}
