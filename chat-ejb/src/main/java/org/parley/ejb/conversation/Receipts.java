package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationEvent;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.Receipt;
import org.parley.ejb.event.Announcement;

/** How far each participant has come; numbers only rise, which the update itself ensures. */
@ApplicationScoped
public class Receipts {
    @Inject
    EntityManager entityManager;

    @Inject
    Event<Announcement> events;

    /** Begins a participant's receipt; the caller holds the conversation's lock. */
    void begin(UUID conversation, Participant participant) {
        if (entityManager.find(ReceiptRow.class, new ReceiptRow.Key(conversation, participant.id())) == null) {
            entityManager.persist(new ReceiptRow(conversation, participant));
        }
    }

    void delivered(Conversation conversation, Participant participant, long seq) {
        int moved = entityManager
                .createQuery("update ReceiptRow r set r.delivered = :seq where r.conversation = :conversation"
                        + " and r.participantId = :participant and r.delivered < :seq")
                .setParameter("seq", seq)
                .setParameter("conversation", conversation.id())
                .setParameter("participant", participant.id())
                .executeUpdate();
        announce(moved, conversation, participant);
    }

    void read(Conversation conversation, Participant participant, long seq) {
        int moved = entityManager
                .createQuery("update ReceiptRow r set r.read = :seq,"
                        + " r.delivered = case when r.delivered < :seq then :seq else r.delivered end"
                        + " where r.conversation = :conversation and r.participantId = :participant and r.read < :seq")
                .setParameter("seq", seq)
                .setParameter("conversation", conversation.id())
                .setParameter("participant", participant.id())
                .executeUpdate();
        announce(moved, conversation, participant);
    }

    Map<UUID, List<Receipt>> of(Collection<UUID> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery("select r from ReceiptRow r where r.conversation in :conversations", ReceiptRow.class)
                .setParameter("conversations", conversations)
                .getResultStream()
                .map(ReceiptRow::toReceipt)
                .collect(Collectors.groupingBy(Receipt::conversation));
    }

    private void announce(int moved, Conversation conversation, Participant participant) {
        if (moved > 0) {
            Receipt receipt = entityManager
                    .find(ReceiptRow.class, new ReceiptRow.Key(conversation.id(), participant.id()))
                    .toReceipt();
            events.fire(new Announcement(List.of(new ConversationEvent.ReceiptMoved(conversation, receipt))));
        }
    }
}
