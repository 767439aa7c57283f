package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.TakenException;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.ejb.conversation.handover.Handover;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.log.Reception;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.department.DepartmentRow;

/**
 * Opens conversations that not the visitor begins, within the caller's transaction, which holds the lock of the
 * visitor's row. For these too a visitor has at most one open conversation with a department (ADR-0003).
 */
@ApplicationScoped
public class ConversationOpener {
    @Inject
    EntityManager entityManager;

    @Inject
    Starting starting;

    @Inject
    ConversationRows rows;

    @Inject
    LogWriter writer;

    @Inject
    Handover handover;

    @Inject
    Reception reception;

    /**
     * The first message of a new conversation.
     *
     * @param id the author's own, so that it is stored once
     */
    public record FirstMessage(Participant author, String text, String id) {}

    /** @param key null for the site's first */
    public Department department(String site, String key) {
        return starting.department(site, key);
    }

    /**
     * The department in which staff begin a conversation: one that they serve, or any for supervisors.
     *
     * @param key null for the site's first of these
     * @throws ChatException FORBIDDEN for a department that they do not serve
     */
    public Department departmentFor(Caller staff, String site, String key) {
        if (staff.oversees()) {
            return department(site, key);
        }
        Predicate<DepartmentId> served = reception.servedBy(staff.operatorId());
        return (key == null ? starting.departments(site).stream() : Stream.of(department(site, key)))
                .filter(department -> served.test(department.id()))
                .findFirst()
                .orElseThrow(() -> ChatException.forbidden(
                        "You do not serve that department. Choose one of your own. Nothing was stored."));
    }

    public Department department(DepartmentId id) {
        DepartmentRow row = entityManager.find(DepartmentRow.class, id.value());
        if (row == null) {
            throw ChatException.notFound("department");
        }
        return row.toDepartment();
    }

    /** The visitor's open conversation with the department, locked. */
    public Optional<Conversation> find(Participant visitor, Department department) {
        return rows.lockOpen(visitor, department.id()).map(ConversationRow::toConversation);
    }

    /** Whether the visitor has an open conversation with any department. */
    public boolean isTalking(Participant visitor) {
        return !rows.openOf(visitor).isEmpty();
    }

    /**
     * Opens a conversation, or goes on with the open one.
     *
     * @param owner who is responsible from now on; null leaves it in the queue
     * @throws TakenException when another operator owns it
     */
    public Conversation open(Participant visitor, Department department, Participant owner, FirstMessage first) {
        ConversationRow row = rows.lockOpen(visitor, department.id())
                .orElseGet(() -> starting.open(visitor, department, opened -> {}));
        Participant before = row.toConversation().owner();
        if (before != null && !before.is(owner)) {
            throw new TakenException(before);
        }
        if (before == null && owner != null) {
            handover.take(row, owner, Map.of());
        } else {
            writer.announceChange(row.toConversation());
        }
        Entry message = writer.append(row, EntryKind.MESSAGE, first.author(), first.text(), first.id(), Map.of());
        writer.announce(row, message);
        return row.toConversation();
    }
}
