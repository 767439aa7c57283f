package org.parley.ejb.conversation.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The operators who let the conversation pass since then, and when. */
    public Map<OperatorId, Instant> passedBy(ConversationId conversation, Instant since) {
        Map<OperatorId, Instant> passes = new HashMap<>();
        entityManager
                .createQuery("""
                        select a.operator, a.endedAt
                        from AssignmentRow a
                        where a.conversation = :conversation and a.askedAt >= :since and a.outcome in :passed
                        order by a.endedAt""", Object[].class)
                .setParameter("conversation", conversation.value())
                .setParameter("since", since.toEpochMilli())
                .setParameter("passed", List.of(Outcome.DECLINED, Outcome.LAPSED))
                .getResultList()
                .forEach(row -> passes.put(OperatorId.of((String) row[0]), Instant.ofEpochMilli((Long) row[1])));
        return passes;
    }
}
