package org.parley.ejb.conversation.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationCommand.Progress;
import org.parley.api.conversation.ConversationCommand.Read;
import org.parley.api.conversation.ConversationEvent;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.Receipt;
import org.parley.api.error.ChatException;
import org.parley.ejb.command.Given;
import org.parley.ejb.conversation.row.ReceiptRow;

/** Keeps how far each participant has come. Numbers only rise, because each move holds the lock of the row. */
@ApplicationScoped
public class Receipts {
    @Inject
    EntityManager entityManager;

    @Inject
    ConversationRows rows;

    @Inject
    LogWriter writer;

    /** Begins a participant's receipt; the caller holds the conversation's lock. */
    public void begin(ConversationId conversation, Participant participant) {
        if (entityManager.find(ReceiptRow.class, new ReceiptRow.Key(conversation, participant.id())) == null) {
            entityManager.persist(new ReceiptRow(conversation, participant));
        }
    }

    /** Moves many receipts at once. A caller who may not see a conversation is refused; the others are not affected. */
    void move(List<Given<Progress, Void>> marks) {
        Set<ConversationId> ids = marks.stream()
                .map(mark -> mark.command().conversation())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<ConversationId, Conversation> conversations = rows.all(ids);
        Map<ConversationId, List<ReceiptRow>> locked = lock(ids);
        Map<ReceiptRow, Conversation> moved = new LinkedHashMap<>();
        for (Given<Progress, Void> mark : marks) {
            Progress progress = mark.command();
            Conversation conversation = conversations.get(progress.conversation());
            if (conversation == null || !rows.maySee(mark.caller(), conversation)) {
                mark.refuse(ChatException.notFound("conversation"));
                continue;
            }
            mark.done(null);
            locked.getOrDefault(progress.conversation(), List.of()).stream()
                    .filter(row -> row.isOf(mark.caller().participant()))
                    .filter(row -> progress.seq() <= conversation.publicHead()
                            && row.move(progress.seq(), progress instanceof Read))
                    .forEach(row -> moved.put(row, conversation));
        }
        List<ConversationEvent> news = new ArrayList<>();
        moved.forEach(
                (row, conversation) -> news.add(new ConversationEvent.ReceiptMoved(conversation, row.toReceipt())));
        writer.announce(news);
    }

    private Map<ConversationId, List<ReceiptRow>> lock(Collection<ConversationId> conversations) {
        return entityManager
                .createQuery("""
                        select r
                        from ReceiptRow r
                        where r.conversation in :conversations
                        order by r.conversation, r.participantId""", ReceiptRow.class)
                .setParameter(
                        "conversations",
                        conversations.stream().map(ConversationId::value).toList())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(Collectors.groupingBy(ReceiptRow::conversation));
    }

    public Map<ConversationId, List<Receipt>> of(Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery("select r from ReceiptRow r where r.conversation in :conversations", ReceiptRow.class)
                .setParameter(
                        "conversations",
                        conversations.stream().map(ConversationId::value).toList())
                .getResultStream()
                .map(ReceiptRow::toReceipt)
                .collect(Collectors.groupingBy(Receipt::conversation));
    }
}
