package org.parley.ejb.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.EntryPage;
import org.parley.api.conversation.Followed;
import org.parley.api.conversation.Receipt;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.visitor.VisitorId;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.Receipts;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.conversation.row.EntryRow;

@Stateless
@RolesAllowed({Role.Names.VISITOR, Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class ConversationsBean implements Conversations {
    private static final int PAGE = 200;
    private static final int MOST_OF_VISITOR = 50;

    @Inject
    EntityManager entityManager;

    @Inject
    ConversationRows rows;

    @Inject
    Receipts receipts;

    @Override
    public List<Followed> following(Caller caller, Collection<ConversationId> also) {
        Map<ConversationId, Conversation> found = new LinkedHashMap<>();
        Stream<Conversation> last =
                caller.isVisitor() ? rows.lastClosedOf(caller.participant()).stream() : Stream.empty();
        List<Conversation> open = rows.openOf(caller.participant());
        Stream.of(last, rows.visible(caller, also).stream(), rows.mergedInto(open).stream(), open.stream())
                .flatMap(conversations -> conversations)
                .forEach(conversation -> found.put(conversation.id(), conversation));
        Map<ConversationId, List<Receipt>> known = receipts.of(found.keySet());
        return found.values().stream()
                .map(conversation -> new Followed(conversation, known.getOrDefault(conversation.id(), List.of())))
                .toList();
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public List<Conversation> queue(Caller staff) {
        return rows.queued(staff);
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Map<String, String> form(Caller staff, ConversationId conversation) {
        rows.visible(staff, conversation);
        return entityManager.find(ConversationRow.class, conversation.value()).form();
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public List<Conversation> ofVisitor(Caller staff, VisitorId visitor) {
        if (!staff.oversees() && !rows.owns(staff.participant(), visitor)) {
            throw ChatException.forbidden("Only who talks with this visitor may look at what was said before.");
        }
        return rows.ofVisitor(visitor, MOST_OF_VISITOR).stream()
                .filter(one -> rows.maySee(staff, one) || rows.mayLookBack(staff, one))
                .toList();
    }

    @Override
    public EntryPage entries(Caller caller, ConversationId conversation, EntryLog log, long after, int limit) {
        Conversation visible = rows.visible(caller, conversation);
        if (log == EntryLog.INTERNAL && caller.isVisitor()) {
            throw ChatException.notFound("log");
        }
        List<Entry> entries = entityManager
                .createQuery("""
                        select e
                        from EntryRow e
                        where e.conversation = :conversation and e.log = :log and e.seq > :after
                        order by e.seq""", EntryRow.class)
                .setParameter("conversation", conversation.value())
                .setParameter("log", log)
                .setParameter("after", after)
                .setMaxResults(Math.max(1, Math.min(limit, PAGE)))
                .getResultStream()
                .map(EntryRow::toEntry)
                .toList();
        // The head was read first; the page may have entries that were committed since.
        long newest = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).seq();
        return new EntryPage(entries, Math.max(visible.head(log), newest));
    }
}
