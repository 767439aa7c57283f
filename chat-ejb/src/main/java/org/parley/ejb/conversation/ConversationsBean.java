package org.parley.ejb.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.EntryPage;
import org.parley.api.conversation.Followed;
import org.parley.api.conversation.Receipt;
import org.parley.api.conversation.StartRequest;
import org.parley.api.conversation.Started;
import org.parley.api.conversation.TakenException;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;

@Stateless
@RolesAllowed({Role.Names.VISITOR, Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class ConversationsBean implements Conversations {
    private static final int PAGE = 200;

    @Inject
    EntityManager entityManager;

    @Inject
    ConversationRows rows;

    @Inject
    ConversationStarter starter;

    @Inject
    LogWriter writer;

    @Inject
    Receipts receipts;

    @Inject
    TextRules rules;

    @Inject
    Clock clock;

    @Override
    @RolesAllowed(Role.Names.VISITOR)
    public Started start(Caller visitor, StartRequest request) {
        if (request.text() != null) {
            rules.checkMessage(request.text());
        }
        return starter.start(visitor, request);
    }

    @Override
    public Entry send(Caller participant, UUID conversation, String text, String id) {
        rules.checkMessage(text);
        return appendOnce(participant, rows.lockOwn(participant, conversation), EntryKind.MESSAGE, text, id);
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Entry note(Caller staff, UUID conversation, String text, String id) {
        rules.checkMessage(text);
        return appendOnce(staff, rows.lockOwn(staff, conversation), EntryKind.NOTE, text, id);
    }

    private Entry appendOnce(Caller author, ConversationRow row, EntryKind kind, String text, String id) {
        return writer.earlier(row, author.participant(), kind, id).orElseGet(() -> {
            requireOpen(row);
            Entry entry = writer.append(row, kind, author.participant(), text, id, Map.of());
            boolean named = kind == EntryKind.MESSAGE && author.isVisitor() && row.beAbout(text);
            writer.announce(row, entry);
            if (named) {
                writer.announceChange(row.toConversation());
            }
            return entry;
        });
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Conversation accept(Caller operator, UUID conversation) {
        ConversationRow row = rows.lock(conversation);
        Conversation before = row.toConversation();
        if (before.status() == ConversationStatus.ACTIVE) {
            if (operator.participant().is(before.owner())) {
                return before;
            }
            throw new TakenException(before.owner());
        }
        requireOpen(row);
        row.assignTo(operator.participant());
        receipts.begin(row.id(), operator.participant());
        Entry entry = writer.append(row, EntryKind.ASSIGNED, operator.participant(), null, null, toWhom(operator));
        writer.announceChange(row.toConversation());
        writer.announce(row, entry);
        return row.toConversation();
    }

    // Not always the author: routing assigns too.
    private static Map<String, String> toWhom(Caller operator) {
        return Map.of("operator", operator.id(), "name", operator.participant().name());
    }

    @Override
    public Entry close(Caller participant, UUID conversation, String reason, String id) {
        rules.checkReason(reason);
        ConversationRow row = rows.lockOwn(participant, conversation);
        Optional<Entry> earlier = writer.earlier(row, participant.participant(), EntryKind.CLOSED, id);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        requireOpen(row);
        row.close(clock.instant());
        Map<String, String> data = reason == null ? Map.of() : Map.of("reason", reason);
        Entry entry = writer.append(row, EntryKind.CLOSED, participant.participant(), null, id, data);
        writer.announce(row, entry);
        writer.announceChange(row.toConversation());
        return entry;
    }

    @Override
    public void delivered(Caller participant, UUID conversation, long seq) {
        Conversation seen = rows.visible(participant, conversation);
        if (seq > 0 && seq <= seen.publicHead()) {
            receipts.delivered(seen, participant.participant(), seq);
        }
    }

    @Override
    public void read(Caller participant, UUID conversation, long seq) {
        Conversation seen = rows.visible(participant, conversation);
        if (seq > 0 && seq <= seen.publicHead()) {
            receipts.read(seen, participant.participant(), seq);
        }
    }

    @Override
    public List<Followed> following(Caller caller, Collection<UUID> also) {
        Map<UUID, Conversation> found = new LinkedHashMap<>();
        Stream<Conversation> last =
                caller.isVisitor() ? rows.lastClosedOf(caller.participant()).stream() : Stream.empty();
        Stream.of(last, rows.visible(caller, also).stream(), rows.openOf(caller.participant()).stream())
                .flatMap(conversations -> conversations)
                .forEach(conversation -> found.put(conversation.id(), conversation));
        Map<UUID, List<Receipt>> known = receipts.of(found.keySet());
        return found.values().stream()
                .map(conversation -> new Followed(conversation, known.getOrDefault(conversation.id(), List.of())))
                .toList();
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public List<Conversation> queue(Caller staff) {
        return rows.queued();
    }

    @Override
    public EntryPage entries(Caller caller, UUID conversation, EntryLog log, long after, int limit) {
        Conversation visible = rows.visible(caller, conversation);
        if (log == EntryLog.INTERNAL && caller.isVisitor()) {
            throw ChatException.notFound("log");
        }
        List<Entry> entries = entityManager
                .createQuery(
                        "select e from EntryRow e where e.conversation = :conversation and e.log = :log"
                                + " and e.seq > :after order by e.seq",
                        EntryRow.class)
                .setParameter("conversation", conversation)
                .setParameter("log", log)
                .setParameter("after", after)
                .setMaxResults(Math.max(1, Math.min(limit, PAGE)))
                .getResultStream()
                .map(EntryRow::toEntry)
                .toList();
        // The head was read first; entries that were committed meanwhile count.
        long newest = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).seq();
        return new EntryPage(entries, Math.max(visible.head(log), newest));
    }

    private static void requireOpen(ConversationRow row) {
        if (!row.isOpen()) {
            throw new ChatException(ErrorCode.CLOSED, "The conversation is closed. Nothing was stored.");
        }
    }
}
