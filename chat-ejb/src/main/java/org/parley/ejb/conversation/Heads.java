package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;

/**
 * Locks the heads of many conversations at once and writes them back, in native SQL that H2, PostgreSQL and MariaDB share:
 * entities would cost each message more than the database does (ADR-0013).
 */
@ApplicationScoped
class Heads {
    private static final String LOCK = "select id, site_id, department_id, department_name, visitor_id, visitor_name,"
            + " owner_id, owner_name, status, subject, public_head, internal_head, opened_at, closed_at, version"
            + " from conversation where id in (%s) order by id for update";
    private static final String MOVE = "update conversation set public_head = public_head + ?,"
            + " internal_head = internal_head + ?, version = version + ? where id in (%s)";
    private static final String NAME = "update conversation set subject = ? where id = ?";

    @Inject
    EntityManager entityManager;

    /** The rows that exist, locked until the transaction ends; in one order for all, so that no two wait for each other. */
    Map<UUID, Head> lock(Collection<UUID> conversations) {
        List<UUID> ids = padded(conversations);
        Query query = entityManager.createNativeQuery(LOCK.formatted(marks(ids)));
        bind(query, 1, ids);
        Map<UUID, Head> heads = new HashMap<>();
        for (Object row : query.getResultList()) {
            Conversation conversation = conversation((Object[]) row);
            heads.put(conversation.id(), new Head(conversation));
        }
        return heads;
    }

    /** Writes what has moved; most conversations move by one entry, and share one statement. */
    void write(Collection<Head> heads) {
        heads.stream()
                .filter(head -> head.step().versions() > 0)
                .collect(Collectors.groupingBy(
                        Head::step, Collectors.mapping(head -> head.now().id(), Collectors.toList())))
                .forEach(this::move);
        heads.stream()
                .filter(Head::hasNewSubject)
                .forEach(head -> entityManager
                        .createNativeQuery(NAME)
                        .setParameter(1, head.now().subject())
                        .setParameter(2, head.now().id())
                        .executeUpdate());
    }

    private void move(Head.Step step, List<UUID> conversations) {
        List<UUID> ids = padded(conversations);
        Query query = entityManager
                .createNativeQuery(MOVE.formatted(marks(ids)))
                .setParameter(1, step.publicEntries())
                .setParameter(2, step.internalEntries())
                .setParameter(3, step.versions());
        bind(query, 4, ids);
        query.executeUpdate();
    }

    /** As many as a power of two, the last one repeated: few different statements, which drivers and databases keep. */
    private static List<UUID> padded(Collection<UUID> ids) {
        List<UUID> padded = new java.util.ArrayList<>(ids);
        int size = Integer.highestOneBit(Math.max(1, padded.size() * 2 - 1));
        padded.addAll(Collections.nCopies(size - padded.size(), padded.get(padded.size() - 1)));
        return padded;
    }

    private static String marks(List<UUID> ids) {
        return String.join(",", Collections.nCopies(ids.size(), "?"));
    }

    private static void bind(Query query, int first, List<UUID> ids) {
        for (int i = 0; i < ids.size(); i++) {
            query.setParameter(first + i, ids.get(i));
        }
    }

    private static Conversation conversation(Object[] row) {
        String owner = (String) row[6];
        return new Conversation(
                (UUID) row[0],
                (String) row[1],
                (UUID) row[2],
                (String) row[3],
                ConversationStatus.valueOf((String) row[8]),
                new Participant(ParticipantKind.VISITOR, row[4].toString(), (String) row[5]),
                owner == null ? null : new Participant(ParticipantKind.OPERATOR, owner, (String) row[7]),
                (String) row[9],
                number(row[10]),
                number(row[11]),
                Instant.ofEpochMilli(number(row[12])),
                row[13] == null ? null : Instant.ofEpochMilli(number(row[13])),
                number(row[14]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
