package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationCommand.Start;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.conversation.Started;
import org.parley.api.department.Department;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.api.visitor.VisitorId;
import org.parley.api.visitor.Visitors;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.log.Receipts;
import org.parley.ejb.conversation.log.Reception;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.conversation.row.StartRow;
import org.parley.ejb.database.Ids;
import org.parley.ejb.department.DepartmentRow;
import org.parley.ejb.visitor.BlockRows;
import org.parley.ejb.visitor.VisitorRow;
import org.parley.ejb.visitor.VisitorRows;

/**
 * Opens a conversation, or finds the open one, at most one for each visitor and department. The visitor's row is locked, so that the starts of
 * a visitor follow each other; behind that stands the unique constraint of the open slot (ADR-0003).
 */
@ApplicationScoped
class Starting {
    @Inject
    VisitorRows visitorRows;

    @Inject
    EntityManager entityManager;

    @Inject
    ConversationRows rows;

    @Inject
    Reception reception;

    @Inject
    LogWriter writer;

    @Inject
    Receipts receipts;

    @Inject
    BlockRows blocks;

    @Inject
    Visitors visitors;

    @Inject
    Clock clock;

    Started run(Caller visitor, Start request) {
        VisitorId visitorId = visitor.visitorId();
        VisitorRow row = visitorRows.lock(visitorId);
        StartRow earlier = entityManager.find(StartRow.class, new StartRow.Key(visitorId, request.id()));
        if (earlier != null) {
            return new Started(
                    entityManager
                            .find(ConversationRow.class, earlier.conversation().value())
                            .toConversation(),
                    earlier.created(),
                    earlier.seq());
        }
        blocks.requireNone(visitorId);
        visitors.callThemselves(visitorId, request.form().get("name"));
        Participant self = new Participant(ParticipantKind.VISITOR, visitor.id(), row.name());
        if (request.leavesMessage() && request.text() == null) {
            return started(self, request, goneFromTheQueue(self, request), false);
        }
        Department wanted = department(visitor.site(), request.department());
        Optional<ConversationRow> open = rows.lockOpen(self, wanted.id());
        if (open.isEmpty()) {
            Department receiving = reception.receive(wanted, request.leavesMessage());
            open = receiving.id().equals(wanted.id()) ? open : rows.lockOpen(self, receiving.id());
            if (open.isEmpty() && !request.mayOpen()) {
                throw ChatException.rateLimited("Nothing new is opened now.", 1);
            }
            return started(self, request, open.orElseGet(() -> open(self, receiving, request)), open.isEmpty());
        }
        return started(self, request, open.get(), false);
    }

    /** The visitor gives up waiting: the queued conversation becomes a message, and the form says how to answer it. */
    private ConversationRow goneFromTheQueue(Participant visitor, Start request) {
        ConversationRow waiting = rows.openOf(visitor).stream()
                .filter(open -> open.status() == ConversationStatus.QUEUED)
                .findFirst()
                .map(open -> rows.lock(open.id()))
                .orElseThrow(() -> ChatException.invalid("text", "A message needs a text. Nothing was stored."));
        waiting.leave(request.form());
        writer.announceChange(waiting.toConversation());
        return waiting;
    }

    private Started started(Participant visitor, Start request, ConversationRow row, boolean created) {
        Started started = fill(row, visitor, request, created);
        entityManager.persist(
                new StartRow(visitor.visitorId(), request.id(), row.id(), started.created(), started.seq()));
        return started;
    }

    private Started fill(ConversationRow row, Participant visitor, Start request, boolean created) {
        row.setSubjectIfNone(request.subject());
        Optional<Entry> earlier = request.text() == null || created
                ? Optional.empty()
                : writer.earlier(row.id(), visitor, request.id())
                        .map(entry -> writer.sameKind(entry, EntryKind.MESSAGE));
        Entry message = earlier.orElse(null);
        boolean isNew = request.text() != null && earlier.isEmpty();
        if (isNew) {
            row.setSubjectIfNone(request.text());
            message = writer.append(row, EntryKind.MESSAGE, visitor, request.text(), request.id(), Map.of());
        }
        Conversation conversation = row.toConversation();
        if (created) {
            writer.announceChange(conversation);
        }
        if (isNew) {
            writer.announce(row, message);
        }
        return new Started(conversation, created, message == null ? 0 : message.seq());
    }

    private ConversationRow open(Participant visitor, Department department, Start request) {
        return open(
                visitor, department, row -> row.describe(request.form(), request.language(), request.leavesMessage()));
    }

    ConversationRow open(Participant visitor, Department department, Consumer<ConversationRow> description) {
        ConversationRow row = new ConversationRow(new ConversationId(Ids.next()), department, visitor, clock.instant());
        description.accept(row);
        entityManager.persist(row);
        // The row has to exist before the rows that refer to it.
        entityManager.flush();
        receipts.begin(row.id(), visitor);
        return row;
    }

    Department department(String site, String key) {
        Stream<Department> found = key == null
                ? departments(site).stream()
                : entityManager
                        .createQuery(
                                "select d from DepartmentRow d where d.site = :site and d.key = :key",
                                DepartmentRow.class)
                        .setParameter("site", site)
                        .setParameter("key", key)
                        .getResultStream()
                        .map(DepartmentRow::toDepartment);
        return found.findFirst().orElseThrow(() -> ChatException.notFound("department"));
    }

    /** The enabled departments of a site, the first one in front. */
    List<Department> departments(String site) {
        return entityManager
                .createQuery(
                        "select d from DepartmentRow d where d.site = :site and d.enabled = true order by d.id",
                        DepartmentRow.class)
                .setParameter("site", site)
                .getResultStream()
                .map(DepartmentRow::toDepartment)
                .toList();
    }
}
