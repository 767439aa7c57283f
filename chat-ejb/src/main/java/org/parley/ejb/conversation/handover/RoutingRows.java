package org.parley.ejb.conversation.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;
import org.parley.ejb.conversation.row.ConversationRow;

/** Reads conversations for routing, without locks; each step looks again with a lock. */
@ApplicationScoped
public class RoutingRows {
    /** The most conversations that one turn gives back or takes from their owners; the rest has its turn later. */
    private static final int MOST = 1000;

    /** More than a supervisor can look through. */
    private static final int MOST_OPEN = 500;

    @Inject
    EntityManager entityManager;

    @Inject
    @ConfigProperty(name = "parley.routing.waiting")
    int mostWaiting;

    /**
     * Queued conversations, one department after the other, longest waiting first. Each department has at most as many
     * as the setting says, so that a flooded one does not hold up the others.
     */
    public List<Queued> queued() {
        return entityManager
                .createQuery(
                        "select distinct c.departmentId from ConversationRow c where c.status = :queued", UUID.class)
                .setParameter("queued", ConversationStatus.QUEUED)
                .getResultStream()
                .flatMap(department -> queued(new DepartmentId(department)).stream())
                .toList();
    }

    private List<Queued> queued(DepartmentId department) {
        List<Object[]> rows = entityManager
                .createQuery("""
                        select c, v.vip
                        from ConversationRow c, VisitorRow v
                        where v.id = c.visitorId and c.status = :queued and c.departmentId = :department
                        order by c.handling.queuedAt, c.id""", Object[].class)
                .setParameter("queued", ConversationStatus.QUEUED)
                .setParameter("department", department.value())
                .setMaxResults(mostWaiting)
                .getResultList();
        return rows.stream()
                .map(row -> {
                    ConversationRow conversation = (ConversationRow) row[0];
                    return new Queued(conversation.toConversation(), conversation.form(), ((Number) row[1]).intValue());
                })
                .toList();
    }

    /** Transferred conversations that nobody took in time. */
    public List<ConversationId> toGiveBack(Instant now) {
        return entityManager
                .createQuery(
                        "select c.id from ConversationRow c where c.status = :queued and c.wayBack.at <= :now",
                        UUID.class)
                .setParameter("queued", ConversationStatus.QUEUED)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(MOST)
                .getResultStream()
                .map(ConversationId::new)
                .toList();
    }

    /** The open conversations, oldest first. */
    public List<Conversation> open() {
        return entityManager
                .createQuery(
                        "select c from ConversationRow c where c.status in (:queued, :active) order by c.openedAt, c.id",
                        ConversationRow.class)
                .setParameter("queued", ConversationStatus.QUEUED)
                .setParameter("active", ConversationStatus.ACTIVE)
                .setMaxResults(MOST_OPEN)
                .getResultStream()
                .map(ConversationRow::toConversation)
                .toList();
    }

    /** Conversations that these operators own. */
    public List<Conversation> ownedBy(Collection<String> operators) {
        return operators.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(
                                "select c from ConversationRow c where c.status = :active and c.ownerId in :owners",
                                ConversationRow.class)
                        .setParameter("active", ConversationStatus.ACTIVE)
                        .setParameter("owners", operators)
                        .setMaxResults(MOST)
                        .getResultStream()
                        .map(ConversationRow::toConversation)
                        .toList();
    }

    /** The owner of the visitor's previous conversation; null for nobody. */
    public OperatorId lastOperator(Conversation conversation) {
        return entityManager
                .createQuery("""
                        select c.ownerId
                        from ConversationRow c
                        where c.visitorId = :visitor and c.id <> :self and c.ownerId is not null
                        order by c.openedAt desc, c.id desc""", String.class)
                .setParameter("visitor", conversation.visitor().visitorId().value())
                .setParameter("self", conversation.id().value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(OperatorId::of)
                .orElse(null);
    }

    /** Open conversations for which neither an operator nor a queue is responsible; there must be none. */
    public long nobodys() {
        return entityManager
                .createQuery("""
                        select count(c)
                        from ConversationRow c
                        where c.status = :active and c.ownerId is null
                          or c.status = :queued and (c.ownerId is not null or c.handling.queuedAt is null)""", Long.class)
                .setParameter("active", ConversationStatus.ACTIVE)
                .setParameter("queued", ConversationStatus.QUEUED)
                .getSingleResult();
    }
}
