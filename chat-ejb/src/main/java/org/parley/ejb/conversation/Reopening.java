package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationCommand.Reopen;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Participant;
import org.parley.api.department.Department;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Caller;
import org.parley.api.visitor.VisitorId;
import org.parley.ejb.command.Doer;
import org.parley.ejb.conversation.handover.Handover;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.log.Reception;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.visitor.BlockRows;
import org.parley.ejb.visitor.VisitorRows;

/** Continues closed conversations, within the caller's transaction. It locks the visitor first, as a start does. */
@ApplicationScoped
class Reopening implements Doer<Reopen, Entry> {
    @Inject
    VisitorRows visitors;

    @Inject
    ConversationRows rows;

    @Inject
    Reception reception;

    @Inject
    Handover handover;

    @Inject
    LogWriter writer;

    @Inject
    BlockRows blocks;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.reopen.hours")
    int hours;

    @Override
    public Class<Reopen> command() {
        return Reopen.class;
    }

    /** Not the visitor, although it locks them first: later commands to the conversation must not overtake this one. */
    @Override
    public String key(Caller caller, Reopen reopen) {
        return reopen.conversation().toString();
    }

    @Override
    public Entry run(Caller caller, Reopen reopen) {
        ConversationRow row = lock(caller, reopen.conversation());
        Optional<Entry> earlier = writer.earlier(row.id(), caller.participant(), reopen.id());
        if (earlier.isPresent()) {
            return writer.sameKind(earlier.get(), EntryKind.REOPENED);
        }
        Conversation before = row.toConversation();
        blocks.requireNone(before.visitor().visitorId());
        requireEnded(before);
        Participant owner = owner(caller, before);
        Department department = owner != null ? rows.department(before.department()) : receiving(before);
        if (!rows.isFree(before.visitor(), department.id())) {
            throw conflict("There is another open conversation with " + department.name() + " already.");
        }
        row.reopen(department, clock.instant());
        Entry entry = writer.append(row, EntryKind.REOPENED, caller.participant(), null, reopen.id(), Map.of());
        writer.announceChange(row.toConversation(), before.owner());
        writer.announce(row, entry);
        if (owner != null) {
            handover.take(row, owner, Map.of());
        }
        return entry;
    }

    private ConversationRow lock(Caller caller, ConversationId conversation) {
        Conversation seen = rows.visible(caller, conversation);
        if (!seen.hasParticipant(caller.participant()) && !caller.oversees()) {
            throw ChatException.forbidden("Only its visitor, who owned it last, or a supervisor may reopen it.");
        }
        VisitorId visitor = seen.visitor().visitorId();
        visitors.lock(visitor);
        ConversationRow row = rows.lock(conversation);
        if (!row.toConversation().visitor().is(seen.visitor())) {
            throw conflict("The conversation has just changed. Try again.");
        }
        return row;
    }

    private void requireEnded(Conversation conversation) {
        if (conversation.isOpen()) {
            throw conflict("The conversation is open.");
        }
        if (conversation.handling().mergedInto() != null) {
            throw new ChatException(ErrorCode.CLOSED, "The conversation goes on in another one. Nothing was changed.");
        }
        if (conversation.closed().plus(Duration.ofHours(hours)).isBefore(clock.instant())) {
            throw new ChatException(ErrorCode.CLOSED, "The conversation ended too long ago. Start a new one instead.");
        }
    }

    /** The new owner; null when it has to wait in a queue. An operator who reopens it may exceed their capacity. */
    private Participant owner(Caller caller, Conversation before) {
        Participant last = before.owner();
        boolean gets = last != null && (caller.participant().is(last) || reception.takes(last.operatorId()));
        return gets ? last : null;
    }

    private Department receiving(Conversation before) {
        return reception.receive(
                rows.department(before.department()), before.handling().leftMessage());
    }

    private static ChatException conflict(String message) {
        return new ChatException(ErrorCode.CONFLICT, message + " Nothing was changed.");
    }
}
