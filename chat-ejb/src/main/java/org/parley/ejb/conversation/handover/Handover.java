package org.parley.ejb.conversation.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
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
 * Moves the responsibility for a conversation. Each step locks the conversation, checks that its reason still holds,
 * and announces the change after the commit. Somebody is responsible before and after each step.
 */
@ApplicationScoped
public class Handover {
    /** The author of routing's own entries. */
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
     * Asks an operator to take a queued conversation.
     *
     * @param hasRoom asked once the conversation is locked
     * @return false when it is no longer queued, somebody is asked already, or there is no room
     */
    public boolean offer(ConversationId conversation, Participant operator, Instant until, BooleanSupplier hasRoom) {
        ConversationRow row = rows.lock(conversation);
        if (!waitsForAnybody(row) || !hasRoom.getAsBoolean()) {
            return false;
        }
        row.offer(operator, until);
        assignments.asked(row.id(), operator);
        writer.announceChange(row.toConversation());
        return true;
    }

    /** Gives a queued conversation to an operator without asking; otherwise as {@link #offer}. */
    public boolean assign(ConversationId conversation, Participant operator, BooleanSupplier hasRoom) {
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

    /** Makes the operator the owner. */
    public Conversation take(ConversationRow row, Participant operator, Map<String, String> facts) {
        Participant asked = row.offeredTo();
        Participant owner = row.toConversation().owner();
        Participant before = owner == null ? asked : owner;
        assignments.taken(row.id(), operator);
        row.assignTo(operator, clock.instant());
        receipts.begin(row.id(), operator);
        // The author may be routing.
        Map<String, String> data = new HashMap<>(facts);
        data.put("operator", operator.id());
        data.put("name", operator.name());
        Entry entry = writer.append(row, EntryKind.ASSIGNED, operator, null, null, data);
        writer.announceChange(row.toConversation(), operator.is(before) ? null : before);
        writer.announce(row, entry);
        return row.toConversation();
    }

    /**
     * Ends the offer of an operator who did not answer in time or has gone. Somebody else is asked, or the conversation
     * goes back to the sender of a transfer.
     *
     * @param offer as it was read; a newer one stays
     */
    public void lapse(ConversationId conversation, Offer offer) {
        ConversationRow row = rows.lock(conversation);
        if (offer.equals(row.toConversation().handling().offer())) {
            pass(row, Outcome.LAPSED);
        }
    }

    /** Ends the offer because the operator does not take it. */
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

    /** Gives a transferred conversation back when nobody of the department took it in time. */
    public void giveBackIfDue(ConversationId conversation) {
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
     * Moves a queued conversation to another department.
     *
     * @return false when it is no longer queued, or the visitor has an open conversation there already
     */
    public boolean fallBack(ConversationId conversation, Department to) {
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

    /** Takes a conversation from an owner who does not come back, and puts it at the end of the queue. */
    public void leave(ConversationId conversation, Participant owner) {
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
