package org.parley.ejb.conversation.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Participant;
import org.parley.api.operator.OperatorId;
import org.parley.ejb.conversation.row.AssignmentRow;
import org.parley.ejb.conversation.row.AssignmentRow.Outcome;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.database.Ids;

/**
 * Records which operators were asked to take a conversation, and the outcome. The caller holds the conversation's lock.
 */
@ApplicationScoped
public class Assignments {
    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    void asked(ConversationId conversation, Participant operator) {
        entityManager.persist(new AssignmentRow(Ids.next(), conversation, operator.id(), clock.instant()));
        assigned(operator);
    }

    void taken(ConversationId conversation, Participant operator) {
        Optional<AssignmentRow> open = open(conversation);
        open.filter(row -> !row.isOf(operator.id())).ifPresent(row -> row.end(Outcome.WITHDRAWN, clock.instant()));
        open.filter(row -> row.isOf(operator.id()))
                .orElseGet(() -> made(conversation, operator))
                .end(Outcome.ACCEPTED, clock.instant());
    }

    private AssignmentRow made(ConversationId conversation, Participant operator) {
        AssignmentRow row = new AssignmentRow(Ids.next(), conversation, operator.id(), clock.instant());
        entityManager.persist(row);
        assigned(operator);
        return row;
    }

    private void assigned(Participant operator) {
        entityManager
                .createQuery("update OperatorRow o set o.lastAssignedAt = :now where o.id = :id")
                .setParameter("now", clock.instant().toEpochMilli())
                .setParameter("id", operator.operatorId().value())
                .executeUpdate();
    }

    void end(ConversationId conversation, Outcome how) {
        open(conversation).ifPresent(row -> row.end(how, clock.instant()));
    }

    /**
     * Withdraws the offer of the conversation, if there is one.
     *
     * @return the operator who was asked, and has to be told; null for nobody
     */
    public Participant withdraw(ConversationRow row) {
        Participant asked = row.offeredTo();
        if (asked != null) {
            end(row.id(), Outcome.WITHDRAWN);
            row.withdrawOffer();
        }
        return asked;
    }

    private Optional<AssignmentRow> open(ConversationId conversation) {
        return entityManager
                .createQuery(
                        "select a from AssignmentRow a where a.conversation = :conversation and a.outcome = :offered",
                        AssignmentRow.class)
                .setParameter("conversation", conversation.value())
                .setParameter("offered", Outcome.OFFERED)
                .getResultStream()
                .findFirst();
    }

    /** The operators who let these conversations pass since each of them began to wait, and when they last did. */
    Map<ConversationId, Map<OperatorId, Instant>> passed(Collection<Conversation> waiting) {
        Map<UUID, Conversation> byId =
                waiting.stream().collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
        Map<ConversationId, Map<OperatorId, Instant>> passes = new HashMap<>();
        entityManager
                .createQuery("""
                        select a.conversation, a.operator, a.endedAt, a.askedAt
                        from AssignmentRow a
                        where a.conversation in :conversations and a.outcome in :passed
                        order by a.endedAt""", Object[].class)
                .setParameter("conversations", byId.keySet())
                .setParameter("passed", List.of(Outcome.DECLINED, Outcome.LAPSED))
                .getResultList()
                .forEach(row -> {
                    Conversation one = byId.get((UUID) row[0]);
                    if ((Long) row[3] >= one.handling().queued().toEpochMilli()) {
                        passes.computeIfAbsent(one.id(), id -> new HashMap<>())
                                .put(OperatorId.of((String) row[1]), Instant.ofEpochMilli((Long) row[2]));
                    }
                });
        return passes;
    }
}
