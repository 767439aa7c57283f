package org.parley.ejb.conversation.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.department.DepartmentSettings;
import org.parley.api.security.Actor;
import org.parley.api.wire.WireTime;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.conversation.row.EntryRow;
import org.parley.ejb.department.DepartmentRow;

/** Warns silent visitors and closes their conversations, by the settings of their departments. */
@ApplicationScoped
public class Idleness {
    private static final Participant IDLE = new Actor("idle", null).participant();

    /** The most conversations of one turn; the rest has its turn later. */
    private static final int MOST = 1000;

    private static final String DUE = """
            select c.id from ConversationRow c, EntryRow e, DepartmentRow d
            where c.status = :active and d.id = c.departmentId
              and (d.idleWarnMinutes > 0 or d.idleCloseMinutes > 0)
              and e.conversation = c.id and e.log = :log and e.seq = c.publicHead
              and (e.kind = :message and e.authorKind <> :visitor and (
                  d.idleWarnMinutes > 0 and e.at + d.idleWarnMinutes * 60000 <= :now
                  or d.idleWarnMinutes = 0 and e.at + d.idleCloseMinutes * 60000 <= :now)
                or e.kind = :idle and d.idleCloseMinutes > 0
                  and e.at + (d.idleCloseMinutes - d.idleWarnMinutes) * 60000 <= :now)
            order by e.at""";

    @Inject
    EntityManager entityManager;

    @Inject
    ConversationRows rows;

    @Inject
    LogWriter writer;

    @Inject
    Closer closer;

    @Inject
    Clock clock;

    /** Conversations that may be due; read without locks. */
    public List<ConversationId> due(Instant now) {
        return entityManager
                .createQuery(DUE, UUID.class)
                .setParameter("active", ConversationStatus.ACTIVE)
                .setParameter("log", EntryLog.PUBLIC)
                .setParameter("message", EntryKind.MESSAGE)
                .setParameter("idle", EntryKind.IDLE)
                .setParameter("visitor", ParticipantKind.VISITOR)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(MOST)
                .getResultStream()
                .map(ConversationId::new)
                .toList();
    }

    /** Looks again, with the conversation locked, and warns or closes. */
    public void step(ConversationId id) {
        ConversationRow row = rows.lock(id);
        Conversation conversation = row.toConversation();
        if (conversation.status() != ConversationStatus.ACTIVE || conversation.publicHead() == 0) {
            return;
        }
        Entry newest = entityManager
                .find(EntryRow.class, new EntryRow.Key(id, EntryLog.PUBLIC, conversation.publicHead()))
                .toEntry();
        DepartmentSettings settings = entityManager
                .find(DepartmentRow.class, conversation.department().value())
                .toSettings(null);
        IdleRules rules = new IdleRules(clock);
        switch (rules.next(newest, settings.idleWarnMinutes(), settings.idleCloseMinutes())) {
            case WARN -> warn(row, rules.closes(newest, settings.idleWarnMinutes(), settings.idleCloseMinutes()));
            case CLOSE -> close(row);
            case NONE -> {
                // Somebody has written meanwhile.
            }
        }
    }

    private void warn(ConversationRow row, Instant closes) {
        Map<String, String> data = closes == null ? Map.of() : Map.of(IdleRules.CLOSES, WireTime.of(closes));
        writer.announce(row, writer.append(row, EntryKind.IDLE, IDLE, null, null, data));
    }

    private void close(ConversationRow row) {
        closer.close(row, IDLE, null, Map.of("reason", "idle"));
    }
}
