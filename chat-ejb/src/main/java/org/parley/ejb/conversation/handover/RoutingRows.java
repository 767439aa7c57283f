package org.parley.ejb.conversation.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationStatus;
import org.parley.ejb.conversation.row.ConversationRow;

/** Reads open conversations, without locks; each step looks again with a lock. */
@ApplicationScoped
public class RoutingRows {
    /** The most conversations that one turn takes from their owners; the rest has its turn later. */
    private static final int MOST = 1000;

    /** More than a supervisor can look through. */
    private static final int MOST_OPEN = 500;

    @Inject
    EntityManager entityManager;

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
