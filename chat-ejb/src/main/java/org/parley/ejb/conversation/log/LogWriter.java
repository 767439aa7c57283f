package org.parley.ejb.conversation.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationEvent;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Participant;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.conversation.row.EntryRow;
import org.parley.ejb.database.JsonText;
import org.parley.ejb.database.TransactionConnection;
import org.parley.ejb.event.Announcement;
import org.parley.ejb.time.WriteTimes;

/**
 * Writes the logs; nothing else inserts entries. It works within the caller's transaction, which holds the lock of the conversation's row;
 * what it announces leaves after the commit.
 */
@ApplicationScoped
public class LogWriter {
    static final String INSERT = """
            insert into entry (conversation_id, log, seq, at, kind, author_kind, author_id, author_name, text, client_id, data, written)
            values (?,?,?,?,?,?,?,?,?,?,?,?)""";

    @Inject
    EntityManager entityManager;

    @Inject
    TransactionConnection transaction;

    @Inject
    Event<Announcement> events;

    @Inject
    WriteTimes times;

    @Inject
    Clock clock;

    /** @param clientId null for entries that no command asked for */
    public Entry append(
            ConversationRow row,
            EntryKind kind,
            Participant author,
            String text,
            String clientId,
            Map<String, String> data) {
        Entry entry = new Entry(
                row.id(), kind.log(), row.advance(kind.log()), clock.instant(), kind, author, text, clientId, data);
        row.wrote(insert(List.of(entry), row.written()));
        return entry;
    }

    /**
     * Inserts entries in one statement; the caller holds the locks of their conversations' rows.
     *
     * @param entries at least one
     * @param after the highest number that an earlier entry of these conversations has, see {@link WriteTimes}
     * @return the highest number of the new ones
     */
    public long insert(List<Entry> entries, long after) {
        return transaction.call(connection -> insert(connection, entries, after));
    }

    private long insert(Connection connection, List<Entry> entries, long after) throws SQLException {
        long written = after;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Entry entry : entries) {
                written = times.next(after);
                add(insert, entry, written);
            }
            insert.executeBatch();
            return written;
        }
    }

    static void add(PreparedStatement insert, Entry entry, long written) throws SQLException {
        insert.setObject(1, entry.conversation().value());
        insert.setString(2, entry.log().name());
        insert.setLong(3, entry.seq());
        insert.setLong(4, entry.at().toEpochMilli());
        insert.setString(5, entry.kind().name());
        insert.setString(6, entry.author().kind().name());
        insert.setString(7, entry.author().id());
        insert.setString(8, entry.author().name());
        insert.setString(9, entry.text());
        insert.setString(10, entry.clientId());
        insert.setString(11, data(entry));
        insert.setLong(12, written);
        insert.addBatch();
    }

    /** Its data as the column has them. */
    static String data(Entry entry) {
        return entry.data().isEmpty() ? null : JsonText.of(entry.data());
    }

    /** The entry that the author's earlier command with this id wrote. */
    public Optional<Entry> earlier(ConversationId conversation, Participant author, String clientId) {
        return earlier(List.of(conversation), List.of(author.id()), clientId);
    }

    /** The same for an entry in one of several logs, by one of several authors who are one person. */
    public Optional<Entry> earlier(
            Collection<ConversationId> conversations, Collection<String> authors, String clientId) {
        return entityManager
                .createQuery("""
                        select e
                        from EntryRow e
                        where e.conversation in :conversations and e.authorId in :authors and e.clientId = :clientId""", EntryRow.class)
                .setParameter(
                        "conversations",
                        conversations.stream().map(ConversationId::value).toList())
                .setParameter("authors", authors)
                .setParameter("clientId", clientId)
                .getResultStream()
                .findFirst()
                .map(EntryRow::toEntry);
    }

    /** @throws ChatException CONFLICT when another kind of command had the same id */
    public Entry sameKind(Entry earlier, EntryKind kind) {
        if (earlier.kind() != kind) {
            throw new ChatException(ErrorCode.CONFLICT, "This id was given to another command. Nothing was stored.");
        }
        return earlier;
    }

    /** Announces an entry after the commit; call it last, so that the event shows the conversation as committed. */
    public void announce(ConversationRow row, Entry entry) {
        announce(List.of(new ConversationEvent.EntryAppended(row.toConversation(), entry)));
    }

    /** Announces a change of the conversation after the commit. */
    public void announceChange(Conversation conversation) {
        announceChange(conversation, null);
    }

    /** @param former the operator whom it no longer concerns; null for none */
    public void announceChange(Conversation conversation, Participant former) {
        announce(List.of(new ConversationEvent.Changed(conversation, former)));
    }

    /** Announces all of these after the commit, in order. */
    public void announce(List<ConversationEvent> happened) {
        if (!happened.isEmpty()) {
            events.fire(new Announcement(happened));
        }
    }
}
