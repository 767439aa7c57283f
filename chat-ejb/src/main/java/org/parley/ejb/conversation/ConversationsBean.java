package org.parley.ejb.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.EntryPage;
import org.parley.api.conversation.Followed;
import org.parley.api.conversation.Receipt;
import org.parley.api.conversation.Welcome;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.visitor.VisitorId;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.Receipts;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.conversation.row.EntryRow;
import org.parley.ejb.database.RowReader;
import org.parley.ejb.database.Statements;
import org.parley.ejb.visitor.BlockRows;

@Stateless
@RolesAllowed({Role.Names.VISITOR, Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class ConversationsBean implements Conversations {
    private static final int PAGE = 200;
    private static final int MOST_OF_VISITOR = 50;

    /** Without forms, which are long, and the way back, which only routing needs. */
    private static final RowReader<ConversationRow> ROWS =
            new RowReader<>(ConversationRow.class, Set.of("form", "wayBack"));

    /** In SQL, because every visitor who comes asks for it, and most have none (ADR-0032). */
    private static final String OF_VISITOR = """
            select %1$s from conversation where visitor_id = ? and status <> 'CLOSED'
            union all
            (select %1$s from conversation where visitor_id = ? and status = 'CLOSED'
             order by opened_at desc, id desc limit 1)""".formatted(ROWS.columns());

    @Inject
    EntityManager entityManager;

    @Inject
    ConversationRows rows;

    @Inject
    Receipts receipts;

    @Inject
    BlockRows blocks;

    @Inject
    Statements statements;

    @Override
    public List<Followed> following(Caller caller, Collection<ConversationId> also) {
        Map<ConversationId, Conversation> found = new LinkedHashMap<>();
        List<Conversation> own = caller.isVisitor() ? ofVisitor(caller.visitorId()) : rows.openOf(caller.participant());
        List<Conversation> open = own.stream().filter(Conversation::isOpen).toList();
        Stream<Conversation> closed = own.stream().filter(one -> !one.isOpen());
        Stream.of(closed, rows.visible(caller, also).stream(), rows.mergedInto(open).stream(), open.stream())
                .flatMap(conversations -> conversations)
                .forEach(conversation -> found.put(conversation.id(), conversation));
        Map<ConversationId, List<Receipt>> known = receipts.of(found.keySet());
        return found.values().stream()
                .map(conversation -> new Followed(conversation, known.getOrDefault(conversation.id(), List.of())))
                .toList();
    }

    /** The open ones, oldest first, and the last closed one. */
    private List<Conversation> ofVisitor(VisitorId visitor) {
        return statements.select(ROWS, OF_VISITOR, visitor.value(), visitor.value()).stream()
                .map(ConversationRow::toConversation)
                .sorted(Comparator.comparing(Conversation::opened)
                        .thenComparing(one -> one.id().value()))
                .toList();
    }

    @Override
    public Welcome welcome(Caller caller, Collection<ConversationId> also) {
        boolean blocked =
                caller.isVisitor() && blocks.inForce(caller.visitorId()).isPresent();
        return new Welcome(following(caller, also), blocked);
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
