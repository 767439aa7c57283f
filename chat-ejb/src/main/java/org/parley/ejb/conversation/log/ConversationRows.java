package org.parley.ejb.conversation.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Caller;
import org.parley.api.visitor.VisitorId;
import org.parley.ejb.conversation.row.AssignmentRow;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.department.DepartmentRow;

/** Finds conversations, and decides who may see which. */
@ApplicationScoped
public class ConversationRows {
    /** Nobody reads more, and a flood must not fill every desk. */
    private static final int LONGEST_QUEUE = 1000;

    @Inject
    EntityManager entityManager;

    @Inject
    Reception reception;

    /** The conversation, locked until the transaction ends. */
    public ConversationRow lock(ConversationId id) {
        ConversationRow row = entityManager.find(ConversationRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw ChatException.notFound("conversation");
        }
        return row;
    }

    public void requireOwn(Caller caller, Conversation conversation) {
        if (!maySee(caller, conversation)) {
            throw ChatException.notFound("conversation");
        }
        if (!conversation.hasParticipant(caller.participant())) {
            throw ChatException.forbidden("Accept the conversation first; then you can write to it.");
        }
    }

    static void requireOwner(Conversation conversation) {
        if (conversation.isOpen() && conversation.owner() == null) {
            throw new ChatException(ErrorCode.CONFLICT, "Nobody owns this conversation yet. Nothing was stored.");
        }
    }

    public static void requireOpen(Conversation conversation) {
        if (!conversation.isOpen()) {
            throw new ChatException(ErrorCode.CLOSED, "The conversation is closed. Nothing was stored.");
        }
    }

    public Conversation visible(Caller caller, ConversationId id) {
        ConversationRow row = entityManager.find(ConversationRow.class, id.value());
        if (row == null || !maySee(caller, row.toConversation()) && !mayLookBack(caller, row.toConversation())) {
            throw ChatException.notFound("conversation");
        }
        return row.toConversation();
    }

    /**
     * Whether the caller may read an earlier conversation of a visitor with whom they talk: one of a department that
     * they serve, one that they owned, or one that goes on in a conversation of theirs.
     */
    public boolean mayLookBack(Caller caller, Conversation conversation) {
        return caller.isStaff()
                && owns(caller.participant(), conversation.visitor().visitorId())
                && (serves(caller, conversation.department())
                        || wasOwnedBy(caller.participant(), conversation.id())
                        || goesOnWith(caller.participant(), conversation));
    }

    private boolean goesOnWith(Participant operator, Conversation conversation) {
        ConversationId into = conversation.handling().mergedInto();
        Conversation next = into == null
                ? null
                : entityManager.find(ConversationRow.class, into.value()).toConversation();
        return next != null && (next.concerns(operator) || goesOnWith(operator, next));
    }

    private boolean wasOwnedBy(Participant operator, ConversationId conversation) {
        return entityManager
                        .createQuery("""
                                select count(a)
                                from AssignmentRow a
                                where a.conversation = :conversation and a.operator = :operator
                                  and a.outcome = :accepted""", Long.class)
                        .setParameter("conversation", conversation.value())
                        .setParameter("operator", operator.id())
                        .setParameter("accepted", AssignmentRow.Outcome.ACCEPTED)
                        .getSingleResult()
                > 0;
    }

    private boolean serves(Caller staff, DepartmentId department) {
        return reception.servedBy(staff.operatorId()).test(department);
    }

    /**
     * Whether staff know of the conversation: they may see it, or it was in a queue that they serve. Others hear
     * nothing of it.
     */
    boolean knowsOf(Caller staff, Conversation conversation) {
        return maySee(staff, conversation) || serves(staff, conversation.department());
    }

    public void requireKnown(Caller staff, Conversation conversation) {
        if (!knowsOf(staff, conversation)) {
            throw ChatException.notFound("conversation");
        }
    }

    public boolean maySee(Caller caller, Conversation conversation) {
        return conversation.visibleTo(caller, department -> serves(caller, department));
    }

    /** The visitor's open conversation with the department, locked; empty for none. */
    public Optional<ConversationRow> lockOpen(Participant visitor, DepartmentId department) {
        return entityManager
                .createQuery("select c from ConversationRow c where c.openSlot = :slot", ConversationRow.class)
                .setParameter("slot", ConversationRow.slot(visitor, department))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Whether the visitor has no open conversation with the department. */
    public boolean isFree(Participant visitor, DepartmentId department) {
        return entityManager
                .createQuery("select c.id from ConversationRow c where c.openSlot = :slot", UUID.class)
                .setParameter("slot", ConversationRow.slot(visitor, department))
                .getResultList()
                .isEmpty();
    }

    public Department department(DepartmentId id) {
        return entityManager.find(DepartmentRow.class, id.value()).toDepartment();
    }

    /** The queued conversations of departments that the caller serves, longest waiting first. */
    public List<Conversation> queued(Caller staff) {
        Predicate<DepartmentId> served = reception.servedBy(staff.operatorId());
        return entityManager
                .createQuery(
                        "select c from ConversationRow c where c.status = :status order by c.openedAt, c.id",
                        ConversationRow.class)
                .setParameter("status", ConversationStatus.QUEUED)
                .setMaxResults(LONGEST_QUEUE)
                .getResultStream()
                .map(ConversationRow::toConversation)
                .filter(conversation -> staff.oversees()
                        || conversation.concerns(staff.participant())
                        || served.test(conversation.department()))
                .toList();
    }

    public List<Conversation> openOf(Participant participant) {
        String ofParticipant = participant.kind() == ParticipantKind.VISITOR
                ? "c.visitorId = :id"
                : "(c.ownerId = :id or c.handling.offeredTo = :id)";
        Object id = participant.kind() == ParticipantKind.VISITOR
                ? participant.visitorId().value()
                : participant.id();
        return entityManager
                .createQuery(
                        "select c from ConversationRow c where " + ofParticipant
                                + " and c.status <> :closed order by c.openedAt, c.id",
                        ConversationRow.class)
                .setParameter("id", id)
                .setParameter("closed", ConversationStatus.CLOSED)
                .getResultStream()
                .map(ConversationRow::toConversation)
                .toList();
    }

    public List<ConversationId> idsOf(VisitorId visitor) {
        return entityManager
                .createQuery(
                        "select c.id from ConversationRow c where c.visitorId = :visitor order by c.id", UUID.class)
                .setParameter("visitor", visitor.value())
                .getResultStream()
                .map(ConversationId::new)
                .toList();
    }

    /** Whether the operator owns a conversation of the visitor, or owned it when it was closed. */
    public boolean everOwned(Participant operator, VisitorId visitor) {
        return owned(operator, visitor, List.of(ConversationStatus.ACTIVE, ConversationStatus.CLOSED));
    }

    /** Whether the operator talks with the visitor, has talked, or is asked to. */
    public boolean knows(Participant operator, VisitorId visitor) {
        return everOwned(operator, visitor)
                || entityManager
                                .createQuery("""
                                        select count(c)
                                        from ConversationRow c
                                        where c.visitorId = :visitor
                                          and (c.handling.offeredTo = :operator
                                            or exists (
                                              select a from AssignmentRow a
                                              where a.conversation = c.id and a.operator = :operator
                                                and a.outcome = :accepted))""", Long.class)
                                .setParameter("visitor", visitor.value())
                                .setParameter("operator", operator.id())
                                .setParameter("accepted", AssignmentRow.Outcome.ACCEPTED)
                                .getSingleResult()
                        > 0;
    }

    /** Whether the operator talks with the visitor now. */
    public boolean owns(Participant operator, VisitorId visitor) {
        return owned(operator, visitor, List.of(ConversationStatus.ACTIVE));
    }

    private boolean owned(Participant operator, VisitorId visitor, List<ConversationStatus> statuses) {
        return entityManager
                        .createQuery("""
                                select count(c)
                                from ConversationRow c
                                where c.visitorId = :visitor and c.ownerId = :operator and c.status in :statuses""", Long.class)
                        .setParameter("visitor", visitor.value())
                        .setParameter("operator", operator.id())
                        .setParameter("statuses", statuses)
                        .getSingleResult()
                > 0;
    }

    /** Newest first. */
    public List<Conversation> ofVisitor(VisitorId visitor, int limit) {
        return entityManager
                .createQuery(
                        "select c from ConversationRow c where c.visitorId = :visitor order by c.openedAt desc, c.id desc",
                        ConversationRow.class)
                .setParameter("visitor", visitor.value())
                .setMaxResults(limit)
                .getResultStream()
                .map(ConversationRow::toConversation)
                .toList();
    }

    public List<Conversation> visible(Caller caller, Collection<ConversationId> ids) {
        return all(ids).values().stream()
                .filter(conversation -> maySee(caller, conversation))
                .toList();
    }

    /** The conversations that were merged into these, oldest first. */
    public List<Conversation> mergedInto(List<Conversation> open) {
        return all(open.stream()
                        .flatMap(conversation -> conversation.handling().merged().stream())
                        .toList())
                .values()
                .stream()
                .sorted(Comparator.comparing(Conversation::opened))
                .toList();
    }

    /** The existing ones of these conversations, without a check of rights. */
    Map<ConversationId, Conversation> all(Collection<ConversationId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery("select c from ConversationRow c where c.id in :ids", ConversationRow.class)
                .setParameter("ids", ids.stream().map(ConversationId::value).toList())
                .getResultStream()
                .map(ConversationRow::toConversation)
                .collect(Collectors.toMap(Conversation::id, conversation -> conversation));
    }
}
