package org.parley.ejb.conversation.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Waiting;
import org.parley.ejb.conversation.row.ConversationRow;

/** Reads waiting conversations for routing, without locks; each step looks again with a lock. */
@ApplicationScoped
public class QueueRows {
    /** The most conversations that one statement names. */
    private static final int AT_ONCE = 500;

    @Inject
    EntityManager entityManager;

    @Inject
    Assignments assignments;

    @Inject
    @ConfigProperty(name = "parley.routing.waiting")
    int mostWaiting;

    /** What tells whether a waiting conversation has changed. */
    public record Stamp(ConversationId conversation, DepartmentId department, long version, int vip) {}

    /**
     * The waiting conversations. Each department has at most as many as the setting says, longest waiting first, so that
     * a flooded one does not hold up the others.
     */
    public List<Stamp> stamps() {
        return entityManager
                .createQuery(
                        "select distinct c.departmentId from ConversationRow c where c.status = :queued", UUID.class)
                .setParameter("queued", ConversationStatus.QUEUED)
                .getResultStream()
                .flatMap(department -> stamps(department).stream())
                .toList();
    }

    private List<Stamp> stamps(UUID department) {
        return entityManager
                .createQuery("""
                        select c.id, c.version, v.vip
                        from ConversationRow c, VisitorRow v
                        where v.id = c.visitorId and c.status = :queued and c.departmentId = :department
                          and c.handling.queuedAt is not null
                        order by c.handling.queuedAt, c.id""", Object[].class)
                .setParameter("queued", ConversationStatus.QUEUED)
                .setParameter("department", department)
                .setMaxResults(mostWaiting)
                .getResultStream()
                .map(row -> new Stamp(
                        new ConversationId((UUID) row[0]),
                        new DepartmentId(department),
                        ((Number) row[1]).longValue(),
                        ((Number) row[2]).intValue()))
                .toList();
    }

    /**
     * Those of the conversations that wait.
     *
     * @param prefersLast whether a department wants to know who answered the visitor before
     */
    public List<Queued> read(Collection<ConversationId> conversations, Predicate<DepartmentId> prefersLast) {
        List<UUID> ids = conversations.stream().map(ConversationId::value).toList();
        List<Queued> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            found.addAll(some(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)), prefersLast));
        }
        return found;
    }

    private List<Queued> some(List<UUID> ids, Predicate<DepartmentId> prefersLast) {
        List<Object[]> rows = entityManager
                .createQuery("""
                        select c, v.vip
                        from ConversationRow c, VisitorRow v
                        where v.id = c.visitorId and c.status = :queued and c.id in :ids
                          and c.handling.queuedAt is not null""", Object[].class)
                .setParameter("queued", ConversationStatus.QUEUED)
                .setParameter("ids", ids)
                .getResultList();
        List<Conversation> waiting = rows.stream()
                .map(row -> ((ConversationRow) row[0]).toConversation())
                .toList();
        Map<ConversationId, Map<OperatorId, Instant>> passes =
                waiting.isEmpty() ? Map.of() : assignments.passed(waiting);
        Map<ConversationId, OperatorId> last = lastOperators(waiting.stream()
                .filter(one -> prefersLast.test(one.department()))
                .toList());
        List<Queued> queued = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Conversation one = waiting.get(i);
            ConversationRow row = (ConversationRow) rows.get(i)[0];
            int vip = ((Number) rows.get(i)[1]).intValue();
            queued.add(new Queued(
                    one,
                    waiting(one, row.form(), vip, last.get(one.id())),
                    row.returns(),
                    passes.getOrDefault(one.id(), Map.of())));
        }
        return queued;
    }

    private static Waiting waiting(Conversation one, Map<String, String> form, int vip, OperatorId last) {
        return new Waiting(
                one.id(),
                one.department(),
                one.handling().queued(),
                one.handling().priority(),
                one.handling().language(),
                form,
                vip,
                last);
    }

    /** The owners of the visitors' previous conversations; without those who have none. */
    private Map<ConversationId, OperatorId> lastOperators(List<Conversation> waiting) {
        Map<UUID, List<Object[]>> byVisitor = new HashMap<>();
        if (!waiting.isEmpty()) {
            entityManager
                    .createQuery("""
                            select c.visitorId, c.id, c.ownerId
                            from ConversationRow c
                            where c.visitorId in :visitors and c.ownerId is not null
                            order by c.openedAt desc, c.id desc""", Object[].class)
                    .setParameter(
                            "visitors",
                            waiting.stream()
                                    .map(one -> one.visitor().visitorId().value())
                                    .distinct()
                                    .toList())
                    .getResultStream()
                    .forEach(row -> byVisitor
                            .computeIfAbsent((UUID) row[0], visitor -> new ArrayList<>())
                            .add(row));
        }
        Map<ConversationId, OperatorId> last = new HashMap<>();
        for (Conversation one : waiting) {
            byVisitor.getOrDefault(one.visitor().visitorId().value(), List.of()).stream()
                    .filter(row -> !row[1].equals(one.id().value()))
                    .findFirst()
                    .ifPresent(row -> last.put(one.id(), OperatorId.of((String) row[2])));
        }
        return last;
    }
}
