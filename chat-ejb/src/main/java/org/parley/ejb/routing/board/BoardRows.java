package org.parley.ejb.routing.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;
import org.parley.ejb.operator.OperatorRow;

/** Reads the figures of the board, within the caller's transaction, without locks. */
@ApplicationScoped
class BoardRows {
    /** The newest cases of a long day are enough for the times. */
    static final int MOST_TIMES = 10_000;

    @Inject
    EntityManager entityManager;

    /** Open conversations of one department in one state; since when the oldest of them waits, or null. */
    record Count(
            DepartmentId department,
            ConversationStatus status,
            boolean left,
            long all,
            long offered,
            Instant longest) {}

    /** When something that began at {@code began} happened to a conversation of the department. */
    record Happened(DepartmentId department, Instant began, Instant at) {
        Duration took() {
            return Duration.between(began, at);
        }
    }

    List<Count> counts() {
        return entityManager
                .createQuery("""
                        select c.departmentId, c.status, c.handling.leftMessage, count(c),
                          count(c.handling.offeredTo), min(c.handling.queuedAt)
                        from ConversationRow c
                        where c.status in (:queued, :active)
                        group by c.departmentId, c.status, c.handling.leftMessage""", Object[].class)
                .setParameter("queued", ConversationStatus.QUEUED)
                .setParameter("active", ConversationStatus.ACTIVE)
                .getResultStream()
                .map(row -> new Count(
                        new DepartmentId((UUID) row[0]),
                        (ConversationStatus) row[1],
                        (Boolean) row[2],
                        number(row[3]),
                        number(row[4]),
                        row[5] == null ? null : Instant.ofEpochMilli(number(row[5]))))
                .toList();
    }

    /** First acceptances since then, newest first. */
    List<Happened> accepted(Instant since) {
        return happened("acceptedAt", since);
    }

    /** First answers since then to conversations that were accepted, newest first. */
    List<Happened> responded(Instant since) {
        return happened("respondedAt", since);
    }

    // Left messages do not count, because nobody waited; without an acceptance an operator began the conversation.
    private List<Happened> happened(String what, Instant since) {
        return entityManager
                .createQuery("""
                        select c.departmentId, c.openedAt, c.handling.%1$s
                        from ConversationRow c
                        where c.handling.%1$s >= :since and c.handling.acceptedAt is not null
                          and c.handling.leftMessage = false
                        order by c.handling.%1$s desc""".formatted(what), Object[].class)
                .setParameter("since", since.toEpochMilli())
                .setMaxResults(MOST_TIMES)
                .getResultStream()
                .map(row -> new Happened(
                        new DepartmentId((UUID) row[0]),
                        Instant.ofEpochMilli(number(row[1])),
                        Instant.ofEpochMilli(number(row[2]))))
                .toList();
    }

    /** How many conversations each operator owns. */
    Map<OperatorId, Long> owned() {
        return byOperator("c.ownerId", ConversationStatus.ACTIVE);
    }

    /** How many conversations each operator is asked to take. */
    Map<OperatorId, Long> offered() {
        return byOperator("c.handling.offeredTo", ConversationStatus.QUEUED);
    }

    private Map<OperatorId, Long> byOperator(String whose, ConversationStatus status) {
        TypedQuery<Object[]> query =
                entityManager.createQuery("""
                        select %1$s, count(c)
                        from ConversationRow c
                        where c.status = :status and %1$s is not null
                        group by %1$s""".formatted(whose), Object[].class).setParameter("status", status);
        Map<OperatorId, Long> counts = new HashMap<>();
        query.getResultList().forEach(row -> counts.put(OperatorId.of((String) row[0]), number(row[1])));
        return counts;
    }

    Set<OperatorId> reachable(Instant now) {
        return entityManager
                .createQuery("select l.operator from LeaseRow l where l.until > :now", UUID.class)
                .setParameter("now", now.toEpochMilli())
                .getResultStream()
                .map(OperatorId::new)
                .collect(Collectors.toSet());
    }

    List<OperatorRow> operators() {
        return entityManager
                .createQuery("select o from OperatorRow o order by o.name, o.id", OperatorRow.class)
                .getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
