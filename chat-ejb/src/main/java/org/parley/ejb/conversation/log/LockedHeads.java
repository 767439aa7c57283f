package org.parley.ejb.conversation.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.ejb.conversation.log.Drafts.Draft;
import org.parley.ejb.database.KeptConnection;

/** Stores drafts in SQL that H2 and MariaDB share: locks the rows that nobody holds, and compares then. */
final class LockedHeads implements LineStore {
    private static final String LOCK = "select id, version from conversation where id in ";
    private static final String SKIPPING = " order by id for update skip locked";
    private static final String EARLIER =
            "select seq from entry where conversation_id = ? and author_id = ? and client_id = ?";
    private static final String MOVE = """
            update conversation
            set version = ?, public_head = ?, internal_head = ?, written = ?, subject = ?, responded_at = ?
            where id = ?""";

    @Override
    public Set<ConversationId> store(KeptConnection kept, Drafts drafts) throws SQLException {
        Set<ConversationId> proved = proved(kept, drafts.heads());
        for (Draft draft : drafts.of(proved)) {
            if (isRepeat(kept, draft.entry())) {
                proved.remove(draft.entry().conversation());
            }
        }
        if (!proved.isEmpty()) {
            move(kept, drafts.heads(), proved);
            insert(kept, drafts.of(proved));
        }
        kept.commit();
        return proved;
    }

    private static Set<ConversationId> proved(KeptConnection kept, Collection<Head> heads) throws SQLException {
        List<ConversationId> ids =
                Heads.padded(heads.stream().map(head -> head.now().id()).toList());
        PreparedStatement lock = kept.statement(LOCK + Heads.marks(ids) + SKIPPING);
        Heads.bind(lock, 1, ids);
        Map<ConversationId, Long> versions = new HashMap<>();
        try (ResultSet rows = lock.executeQuery()) {
            while (rows.next()) {
                versions.put(ConversationId.of(rows.getString(1)), rows.getLong(2));
            }
        }
        Set<ConversationId> proved = new HashSet<>();
        for (Head head : heads) {
            Long version = versions.get(head.now().id());
            if (version != null && version == head.before().version()) {
                proved.add(head.now().id());
            }
        }
        return proved;
    }

    private static boolean isRepeat(KeptConnection kept, Entry entry) throws SQLException {
        PreparedStatement earlier = kept.statement(EARLIER);
        earlier.setObject(1, entry.conversation().value());
        earlier.setString(2, entry.author().id());
        earlier.setString(3, entry.clientId());
        try (ResultSet rows = earlier.executeQuery()) {
            return rows.next();
        }
    }

    private static void move(KeptConnection kept, Collection<Head> heads, Set<ConversationId> proved)
            throws SQLException {
        PreparedStatement update = kept.statement(MOVE);
        for (Head head : heads) {
            if (proved.contains(head.now().id())) {
                Instant responded = head.now().handling().responded();
                update.setLong(1, head.now().version());
                update.setLong(2, head.now().publicHead());
                update.setLong(3, head.now().internalHead());
                update.setLong(4, head.written());
                update.setString(5, head.now().subject());
                update.setObject(6, responded == null ? null : responded.toEpochMilli(), Types.BIGINT);
                update.setObject(7, head.now().id().value());
                update.addBatch();
            }
        }
        update.executeBatch();
    }

    private static void insert(KeptConnection kept, List<Draft> drafts) throws SQLException {
        PreparedStatement insert = kept.statement(LogWriter.INSERT);
        for (Draft draft : drafts) {
            LogWriter.add(insert, draft.entry(), draft.written());
        }
        insert.executeBatch();
    }
}
