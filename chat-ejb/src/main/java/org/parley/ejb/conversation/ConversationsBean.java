package org.parley.ejb.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.EntryPage;
import org.parley.api.conversation.Followed;
import org.parley.api.conversation.Labels;
import org.parley.api.conversation.Receipt;
import org.parley.api.conversation.StartRequest;
import org.parley.api.conversation.Started;
import org.parley.api.error.ChatException;
import org.parley.api.routing.Transfer;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;

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
    ConversationCommands commands;

    @Inject
    Labeller labeller;

    @Inject
    Reopener reopener;

    @Inject
    Receipts receipts;

    @Override
    @RolesAllowed(Role.Names.VISITOR)
    public Started start(Caller visitor, StartRequest request) {
        return commands.start(visitor, request);
    }

    @Override
    public Entry send(Caller participant, UUID conversation, String text, String id) {
        return commands.send(participant, conversation, text, id);
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Entry note(Caller staff, UUID conversation, String text, String id) {
        return commands.note(staff, conversation, text, id);
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Conversation accept(Caller operator, UUID conversation) {
        return commands.accept(operator, conversation);
    }

    @Override
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Conversation takeOver(Caller supervisor, UUID conversation) {
        return commands.takeOver(supervisor, conversation);
    }

    @Override
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Entry whisper(Caller supervisor, UUID conversation, String text, String id) {
        return commands.whisper(supervisor, conversation, text, id);
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Conversation decline(Caller operator, UUID conversation) {
        return commands.decline(operator, conversation);
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Entry transfer(Caller operator, UUID conversation, Transfer to, String id) {
        return commands.transfer(operator, conversation, to, id);
    }

    @Override
    public Entry close(Caller participant, UUID conversation, String reason, String id) {
        return commands.close(participant, conversation, reason, id);
    }

    @Override
    public Entry reopen(Caller participant, UUID conversation, String id) {
        return reopener.reopen(participant, conversation, id);
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Conversation label(Caller staff, UUID conversation, Labels labels) {
        return labeller.label(staff, conversation, labels);
    }

    @Override
    public void delivered(Caller participant, UUID conversation, long seq) {
        commands.mark(new Mark(participant, conversation, seq, false));
    }

    @Override
    public void read(Caller participant, UUID conversation, long seq) {
        commands.mark(new Mark(participant, conversation, seq, true));
    }

    @Override
    public List<Followed> following(Caller caller, Collection<UUID> also) {
        Map<UUID, Conversation> found = new LinkedHashMap<>();
        Stream<Conversation> last =
                caller.isVisitor() ? rows.lastClosedOf(caller.participant()).stream() : Stream.empty();
        List<Conversation> open = rows.openOf(caller.participant());
        Stream.of(last, rows.visible(caller, also).stream(), rows.mergedInto(open).stream(), open.stream())
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
        return rows.queued(staff);
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Map<String, String> form(Caller staff, UUID conversation) {
        rows.visible(staff, conversation);
        return entityManager.find(ConversationRow.class, conversation).form();
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public List<Conversation> ofVisitor(Caller staff, UUID visitor) {
        if (!staff.oversees() && !rows.owns(staff.participant(), visitor)) {
            throw ChatException.forbidden("Only who talks with this visitor may look at what was said before.");
        }
        return rows.ofVisitor(visitor, MOST_OF_VISITOR).stream()
                .filter(one -> rows.maySee(staff, one) || rows.mayLookBack(staff, one))
                .toList();
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
}
