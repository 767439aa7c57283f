package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationEvent;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Participant;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.ejb.event.Announcement;

/**
 * The one writer of the logs. It works within the caller's transaction, which holds the lock of the conversation's row;
 * what it announces leaves after the commit.
 */
@ApplicationScoped
public class LogWriter {
    @Inject
    EntityManager entityManager;

    @Inject
    Event<Announcement> events;

    @Inject
    Clock clock;

    /** @param clientId null for entries that no command asked for */
    Entry append(
            ConversationRow row,
            EntryKind kind,
            Participant author,
            String text,
            String clientId,
            Map<String, String> data) {
        Entry entry = new Entry(
                row.id(), kind.log(), row.advance(kind.log()), clock.instant(), kind, author, text, clientId, data);
        entityManager.persist(new EntryRow(entry));
        return entry;
    }

    /** The entry that the author's earlier command with this id wrote. */
    Optional<Entry> earlier(UUID conversation, Participant author, String clientId) {
        return earlier(List.of(conversation), List.of(author.id()), clientId);
    }

    /** The same where it may stand in one of several logs, by one of several authors who are the same person. */
    Optional<Entry> earlier(Collection<UUID> conversations, Collection<String> authors, String clientId) {
        return entityManager
                .createQuery(
                        "select e from EntryRow e where e.conversation in :conversations and e.authorId in :authors"
                                + " and e.clientId = :clientId",
                        EntryRow.class)
                .setParameter("conversations", conversations)
                .setParameter("authors", authors)
                .setParameter("clientId", clientId)
                .getResultStream()
                .findFirst()
                .map(EntryRow::toEntry);
    }

    /** @throws ChatException CONFLICT when the earlier command with the same id was another one */
    Entry sameKind(Entry earlier, EntryKind kind) {
        if (earlier.kind() != kind) {
            throw new ChatException(ErrorCode.CONFLICT, "This id was given to another command. Nothing was stored.");
        }
        return earlier;
    }

    /** Tells of an entry after the commit; call it last, so that the event shows the conversation as committed. */
    void announce(ConversationRow row, Entry entry) {
        announce(List.of(new ConversationEvent.EntryAppended(row.toConversation(), entry)));
    }

    /** Tells of a change of the conversation after the commit. */
    void announceChange(Conversation conversation) {
        announceChange(conversation, null);
    }

    /** @param former the operator whom it concerned before; null for none */
    void announceChange(Conversation conversation, Participant former) {
        announce(List.of(new ConversationEvent.Changed(conversation, former)));
    }

    /** Tells of all of it after the commit, in order. */
    void announce(List<ConversationEvent> happened) {
        if (!happened.isEmpty()) {
            events.fire(new Announcement(happened));
        }
    }
}
