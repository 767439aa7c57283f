package org.parley.ejb.conversation.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationCommand.TransferTo;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.PassedOn;
import org.parley.api.department.Department;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.routing.Transfer;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.log.Reception;
import org.parley.ejb.conversation.log.TextRules;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.conversation.row.WayBackPart;

/** Transfers conversations to a colleague or a department, within the caller's transaction. */
@ApplicationScoped
class Transferring implements Doer<TransferTo, Entry> {
    @Inject
    ConversationRows rows;

    @Inject
    Assignments assignments;

    @Inject
    Reception reception;

    @Inject
    LogWriter writer;

    @Inject
    TextRules rules;

    @Inject
    Clock clock;

    @Override
    public Class<TransferTo> command() {
        return TransferTo.class;
    }

    @Override
    public String key(Caller operator, TransferTo transfer) {
        return transfer.conversation().toString();
    }

    @Override
    public void check(TransferTo transfer) {
        if (transfer.to().note() != null) {
            rules.checkMessage(transfer.to().note());
        }
    }

    @Override
    public Entry run(Caller caller, TransferTo transfer) {
        Transfer to = transfer.to();
        String id = transfer.id();
        ConversationRow row = rows.lock(transfer.conversation());
        // After a transfer it is no longer the caller's, so a repeat is answered before rights are checked.
        Optional<Entry> earlier = writer.earlier(row.id(), caller.participant(), id);
        if (earlier.isPresent()) {
            return writer.sameKind(earlier.get(), EntryKind.TRANSFERRED);
        }
        Conversation before = row.toConversation();
        if (!caller.oversees()) {
            rows.requireOwn(caller, before);
        }
        ConversationRows.requireOpen(before);
        return to.operator() != null ? toOperator(caller, row, to, id) : toDepartment(caller, row, to, id);
    }

    private Entry toOperator(Caller caller, ConversationRow row, Transfer to, String id) {
        Conversation before = row.toConversation();
        Participant target = reception.colleague(to.operator());
        if (target.is(before.owner()) || target.is(caller.participant())) {
            throw ChatException.invalid("to", target.name() + " has this conversation already. Nothing was changed.");
        }
        Instant until = clock.instant().plusSeconds(reception.secondsToReturn(before.department()));
        return move(caller, row, to, id, Map.of("operator", target.id(), "name", target.name()), () -> {
            if (before.owner() != null) {
                row.goBackTo(WayBackPart.fromOperator(before.owner(), before.department()));
            }
            row.offer(target, until);
            assignments.asked(row.id(), target);
        });
    }

    private Entry toDepartment(Caller caller, ConversationRow row, Transfer to, String id) {
        Conversation before = row.toConversation();
        Department target = reception.colleagues(before.site(), to.department());
        boolean stays = target.id().equals(before.department());
        if (!stays && !rows.isFree(before.visitor(), target.id())) {
            throw new ChatException(
                    ErrorCode.CONFLICT,
                    "The visitor has an open conversation with " + target.name() + " already. Merge the two instead.");
        }
        Instant due = clock.instant().plusSeconds(reception.secondsToReturn(target.id()));
        Map<String, String> where = Map.of("department", target.id().toString(), "departmentName", target.name());
        return move(caller, row, to, id, where, () -> {
            if (!stays) {
                row.moveTo(target);
                if (before.owner() != null) {
                    row.goBackTo(WayBackPart.fromDepartment(before.owner(), before.department(), due));
                }
            }
        });
    }

    private Entry move(
            Caller caller, ConversationRow row, Transfer to, String id, Map<String, String> where, Runnable change) {
        Participant owner = row.toConversation().owner();
        Participant asked = assignments.withdraw(row);
        Map<String, String> data = new HashMap<>(where);
        if (to.note() != null) {
            writer.announce(row, writer.append(row, EntryKind.ROUTING, caller.participant(), to.note(), null, data));
        }
        Entry entry = writer.append(row, EntryKind.TRANSFERRED, caller.participant(), null, id, data);
        // Announced while it is still theirs: it is the last entry that the former owner gets.
        writer.announce(row, entry);
        row.queue(clock.instant());
        row.passOn(new PassedOn(caller.participant(), to.note()));
        change.run();
        writer.announceChange(row.toConversation(), owner == null ? asked : owner);
        return entry;
    }
}
