package org.parley.ejb.conversation.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.database.KeptConnection;
import org.parley.ejb.database.RowReader;
import org.parley.ejb.database.TransactionConnection;

/**
 * Locks the heads of many conversations at once and writes them back, in SQL that H2, PostgreSQL and MariaDB share:
 * entities would cost each message more than the database does (ADR-0013).
 */
@ApplicationScoped
class Heads {
    /** Without forms, which are long, and the way back, which only routing needs. */
    private static final RowReader<ConversationRow> ROWS =
            new RowReader<>(ConversationRow.class, Set.of("form", "wayBack"));

    private static final String SELECT = "select " + ROWS.columns() + " from conversation where id in ";
    private static final String IN_ONE_ORDER = " order by id for update";
    private static final String MOVE = """
            update conversation
            set public_head = public_head + ?, internal_head = internal_head + ?, version = version + ?, written = ?
            where id in""";
    private static final String DESCRIBE = "update conversation set subject = ?, responded_at = ? where id = ?";

    @Inject
    TransactionConnection transaction;

    /**
     * The existing rows, locked until the transaction ends, in the same order for all callers, so that no two wait for
     * each other.
     */
    Map<ConversationId, Head> lock(Collection<ConversationId> conversations) {
        return transaction.call(connection -> lock(connection, padded(conversations)));
    }

    private static Map<ConversationId, Head> lock(Connection connection, List<ConversationId> ids) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + marks(ids) + IN_ONE_ORDER)) {
            return read(select, ids);
        }
    }

    private static Map<ConversationId, Head> read(PreparedStatement select, List<ConversationId> ids)
            throws SQLException {
        bind(select, 1, ids);
        Map<ConversationId, Head> heads = new HashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ConversationRow row = ROWS.read(rows);
                heads.put(row.id(), new Head(row.toConversation(), row.relatives(), row.written()));
            }
        }
        return heads;
    }

    /** The existing rows as they are now; somebody else may change them at any time. */
    static Map<ConversationId, Head> look(KeptConnection kept, Collection<ConversationId> conversations)
            throws SQLException {
        List<ConversationId> ids = padded(conversations);
        return read(kept.statement(SELECT + marks(ids)), ids);
    }

    /**
     * Writes the changed heads. Most of them move by one entry, and share one statement.
     *
     * @param written the highest number of all entries that were written
     */
    void write(Collection<Head> heads, long written) {
        Map<Head.Step, List<ConversationId>> steps = heads.stream()
                .filter(head -> head.step().versions() > 0)
                .collect(Collectors.groupingBy(
                        Head::step, Collectors.mapping(head -> head.now().id(), Collectors.toList())));
        transaction.call(connection -> {
            for (Map.Entry<Head.Step, List<ConversationId>> step : steps.entrySet()) {
                move(connection, step.getKey(), written, padded(step.getValue()));
            }
            for (Head head : heads) {
                if (head.hasNewFacts()) {
                    describe(connection, head.now());
                }
            }
            return null;
        });
    }

    private static void move(Connection connection, Head.Step step, long written, List<ConversationId> ids)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE + marks(ids))) {
            update.setLong(1, step.publicEntries());
            update.setLong(2, step.internalEntries());
            update.setLong(3, step.versions());
            update.setLong(4, written);
            bind(update, 5, ids);
            update.executeUpdate();
        }
    }

    private static void describe(Connection connection, Conversation conversation) throws SQLException {
        Instant responded = conversation.handling().responded();
        try (PreparedStatement update = connection.prepareStatement(DESCRIBE)) {
            update.setString(1, conversation.subject());
            update.setObject(2, responded == null ? null : responded.toEpochMilli(), Types.BIGINT);
            update.setObject(3, conversation.id().value());
            update.executeUpdate();
        }
    }

    /**
     * Padded to a power of two by repeating the last one: so there are few different statements, which drivers and
     * databases keep.
     */
    static List<ConversationId> padded(Collection<ConversationId> ids) {
        List<ConversationId> padded = new ArrayList<>(ids);
        int size = Integer.highestOneBit(Math.max(1, padded.size() * 2 - 1));
        padded.addAll(Collections.nCopies(size - padded.size(), padded.get(padded.size() - 1)));
        return padded;
    }

    static String marks(List<ConversationId> ids) {
        return "(?" + ",?".repeat(ids.size() - 1) + ")";
    }

    static void bind(PreparedStatement statement, int first, List<ConversationId> ids) throws SQLException {
        for (int i = 0; i < ids.size(); i++) {
            statement.setObject(first + i, ids.get(i).value());
        }
    }
}
