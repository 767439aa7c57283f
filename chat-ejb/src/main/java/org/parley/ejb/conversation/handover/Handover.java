package org.parley.ejb.conversation.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Offer;
import org.parley.api.conversation.Participant;
import org.parley.api.department.Department;
import org.parley.api.security.Actor;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.log.Receipts;
import org.parley.ejb.conversation.row.AssignmentRow.Outcome;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.conversation.row.WayBackPart;

/**
 * How responsibility for a conversation goes from one to another. Each step locks the conversation, looks whether it
 * still holds what led to it, and tells of it after the commit; somebody is responsible before and after it.
 */
@ApplicationScoped
public class Handover {
    /** Who writes what no person did. */
    static final Participant ROUTING = new Actor("routing", null).participant();

    @Inject
    ConversationRows rows;

    @Inject
    Assignments assignments;

    @Inject
    LogWriter writer;

    @Inject
    Receipts receipts;

    @Inject
    Clock clock;

    /**
     * Asks an operator to take a conversation that waits.
     *
     * @param hasRoom asked once the conversation is locked
     * @return false when it does not wait any more, somebody is asked already, or there is no room
     */
    public boolean offer(UUID conversation, Participant operator, Instant until, BooleanSupplier hasRoom) {
        ConversationRow row = rows.lock(conversation);
        if (!waitsForAnybody(row) || !hasRoom.getAsBoolean()) {
            return false;
        }
        row.offer(operator, until);
        assignments.asked(row.id(), operator);
        writer.announceChange(row.toConversation());
        return true;
    }

    /** Gives a conversation that waits to an operator without asking; otherwise as {@link #offer}. */
    public boolean assign(UUID conversation, Participant operator, BooleanSupplier hasRoom) {
        ConversationRow row = rows.lock(conversation);
        if (!waitsForAnybody(row) || !hasRoom.getAsBoolean()) {
            return false;
        }
        take(row, operator, Map.of());
        return true;
    }

    private static boolean waitsForAnybody(ConversationRow row) {
        Conversation now = row.toConversation();
        return now.status() == ConversationStatus.QUEUED && now.handling().offer() == null;
    }

    /** The operator owns the conversation from now on. */
    public Conversation take(ConversationRow row, Participant operator, Map<String, String> facts) {
        Participant asked = row.offeredTo();
        Participant owner = row.toConversation().owner();
        Participant before = owner == null ? asked : owner;
        assignments.taken(row.id(), operator);
        row.assignTo(operator, clock.instant());
        receipts.begin(row.id(), operator);
        // Not always the author: routing assigns too.
        Map<String, String> data = new HashMap<>(facts);
        data.put("operator", operator.id());
        data.put("name", operator.name());
        Entry entry = writer.append(row, EntryKind.ASSIGNED, operator, null, null, data);
        writer.announceChange(row.toConversation(), operator.is(before) ? null : before);
        writer.announce(row, entry);
        return row.toConversation();
    }

    /**
     * An operator did not answer an offer in time, or has gone meanwhile: somebody else is asked, or who has transferred
     * the conversation gets it back.
     *
     * @param offer as it was read; another one meanwhile stays
     */
    public void lapse(UUID conversation, Offer offer) {
        ConversationRow row = rows.lock(conversation);
        if (offer.equals(row.toConversation().handling().offer())) {
            pass(row, Outcome.LAPSED);
        }
    }

    /** The operator who is asked does not take it. */
    void pass(ConversationRow row, Outcome how) {
        Participant asked = row.offeredTo();
        assignments.end(row.id(), how);
        row.withdrawOffer();
        Entry entry = tell(row, how == Outcome.DECLINED ? "declined" : "lapsed", asked);
        if (row.wayBack() != null && row.wayBack().isFromOperator()) {
            giveBack(row);
        }
        writer.announceChange(row.toConversation(), asked);
        writer.announce(row, entry);
    }

    /** Nobody of the department took a transferred conversation in time. */
    public void giveBackIfDue(UUID conversation) {
        ConversationRow row = rows.lock(conversation);
        if (row.wayBack() != null && row.wayBack().isDue(clock.instant()) && row.offeredTo() == null) {
            Entry entry = tell(row, "returned", row.wayBack().sender());
            giveBack(row);
            writer.announce(row, entry);
        }
    }

    private void giveBack(ConversationRow row) {
        WayBackPart back = row.wayBack();
        if (rows.isFree(row.toConversation().visitor(), back.department())) {
            row.moveTo(rows.department(back.department()));
        }
        take(row, back.sender(), Map.of("returned", "true"));
    }

    /**
     * Another department takes a conversation that waits.
     *
     * @return false when it does not wait any more, or the visitor has an open conversation there already
     */
    public boolean fallBack(UUID conversation, Department to) {
        ConversationRow row = rows.lock(conversation);
        if (!waitsForAnybody(row) || !rows.isFree(row.toConversation().visitor(), to.id())) {
            return false;
        }
        row.moveTo(to);
        Entry entry = writer.append(
                row,
                EntryKind.TRANSFERRED,
                ROUTING,
                null,
                null,
                Map.of("department", to.id().toString(), "departmentName", to.name()));
        writer.announceChange(row.toConversation());
        writer.announce(row, entry);
        return true;
    }

    /** An owner who does not come back lets go of a conversation; it waits for others, and longer than they do. */
    public void leave(UUID conversation, Participant owner) {
        ConversationRow row = rows.lock(conversation);
        Conversation now = row.toConversation();
        if (now.status() != ConversationStatus.ACTIVE || !owner.is(now.owner())) {
            return;
        }
        row.queue(clock.instant());
        Entry entry = writer.append(
                row, EntryKind.LEFT, ROUTING, null, null, Map.of("operator", owner.id(), "name", owner.name()));
        writer.announceChange(row.toConversation(), owner);
        writer.announce(row, entry);
    }

    private Entry tell(ConversationRow row, String event, Participant whom) {
        return writer.append(
                row,
                EntryKind.ROUTING,
                ROUTING,
                null,
                null,
                Map.of("event", event, "operator", whom.id(), "name", whom.name()));
    }
}
