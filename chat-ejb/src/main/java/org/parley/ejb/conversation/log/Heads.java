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
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Handling;
import org.parley.api.conversation.Offer;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.conversation.Priority;
import org.parley.ejb.conversation.row.HandlingPart;
import org.parley.ejb.conversation.row.Kinship;
import org.parley.ejb.conversation.row.MergePart;
import org.parley.ejb.conversation.row.Tags;
import org.parley.ejb.database.TransactionConnection;

/**
 * Locks the heads of many conversations at once and writes them back, in SQL that H2, PostgreSQL and MariaDB share:
 * entities would cost each message more than the database does (ADR-0013).
 */
@ApplicationScoped
class Heads {
    private static final String LOCK = "select id, site_id, department_id, department_name, visitor_id, visitor_name,"
            + " owner_id, owner_name, status, subject, public_head, internal_head, opened_at, closed_at, version,"
            + " queued_at, responded_at, priority, tags, language, offered_to, offered_name, offered_until, merged_into,"
            + " left_message, merged_from, kin, former_visitor, passed_by, passed_name, passed_note,"
            + " written"
            + " from conversation where id in ";
    private static final String IN_ONE_ORDER = " order by id for update";
    private static final String MOVE = "update conversation set public_head = public_head + ?,"
            + " internal_head = internal_head + ?, version = version + ?,"
            + " written = ? where id in ";
    private static final String DESCRIBE = "update conversation set subject = ?, responded_at = ? where id = ?";

    @Inject
    TransactionConnection transaction;

    /** The rows that exist, locked until the transaction ends; in one order for all, so that no two wait for each other. */
    Map<UUID, Head> lock(Collection<UUID> conversations) {
        return transaction.call(connection -> lock(connection, padded(conversations)));
    }

    private static Map<UUID, Head> lock(Connection connection, List<UUID> ids) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK + marks(ids) + IN_ONE_ORDER)) {
            bind(select, 1, ids);
            Map<UUID, Head> heads = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Conversation conversation = conversation(rows);
                    heads.put(conversation.id(), new Head(conversation, kinship(rows), rows.getLong(32)));
                }
            }
            return heads;
        }
    }

    /**
     * Writes what has moved; most conversations move by one entry, and share one statement.
     *
     * @param written the highest number of all entries that were written
     */
    void write(Collection<Head> heads, long written) {
        Map<Head.Step, List<UUID>> steps = heads.stream()
                .filter(head -> head.step().versions() > 0)
                .collect(Collectors.groupingBy(
                        Head::step, Collectors.mapping(head -> head.now().id(), Collectors.toList())));
        transaction.call(connection -> {
            for (Map.Entry<Head.Step, List<UUID>> step : steps.entrySet()) {
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

    private static void move(Connection connection, Head.Step step, long written, List<UUID> ids) throws SQLException {
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
            update.setObject(3, conversation.id());
            update.executeUpdate();
        }
    }

    /** As many as a power of two, the last one repeated: few different statements, which drivers and databases keep. */
    private static List<UUID> padded(Collection<UUID> ids) {
        List<UUID> padded = new ArrayList<>(ids);
        int size = Integer.highestOneBit(Math.max(1, padded.size() * 2 - 1));
        padded.addAll(Collections.nCopies(size - padded.size(), padded.get(padded.size() - 1)));
        return padded;
    }

    private static String marks(List<UUID> ids) {
        return "(?" + ",?".repeat(ids.size() - 1) + ")";
    }

    private static void bind(PreparedStatement statement, int first, List<UUID> ids) throws SQLException {
        for (int i = 0; i < ids.size(); i++) {
            statement.setObject(first + i, ids.get(i));
        }
    }

    // Ids as text: what one server lays around a result set looks for getObject(int, Class) by reflection, row by row.
    private static Conversation conversation(ResultSet row) throws SQLException {
        String owner = row.getString(7);
        return new Conversation(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                UUID.fromString(row.getString(3)),
                row.getString(4),
                ConversationStatus.valueOf(row.getString(9)),
                new Participant(ParticipantKind.VISITOR, row.getString(5), row.getString(6)),
                owner == null ? null : new Participant(ParticipantKind.OPERATOR, owner, row.getString(8)),
                row.getString(10),
                row.getLong(11),
                row.getLong(12),
                Instant.ofEpochMilli(row.getLong(13)),
                time(row, 14),
                row.getLong(15),
                handling(row));
    }

    private static Kinship kinship(ResultSet row) throws SQLException {
        String kin = row.getString(27);
        String formerVisitor = row.getString(28);
        return kin.isEmpty() && formerVisitor == null ? Kinship.NONE : new Kinship(MergePart.ids(kin), formerVisitor);
    }

    private static Handling handling(ResultSet row) throws SQLException {
        String offeredTo = row.getString(21);
        String mergedInto = row.getString(24);
        String tags = row.getString(19);
        return new Handling(
                time(row, 16),
                time(row, 17),
                Priority.values()[row.getInt(18)],
                Tags.of(tags),
                row.getString(20),
                offeredTo == null
                        ? null
                        : new Offer(
                                new Participant(ParticipantKind.OPERATOR, offeredTo, row.getString(22)),
                                time(row, 23),
                                HandlingPart.passedOn(row.getString(29), row.getString(30), row.getString(31))),
                mergedInto == null ? null : UUID.fromString(mergedInto),
                MergePart.ids(row.getString(26)),
                row.getBoolean(25));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
