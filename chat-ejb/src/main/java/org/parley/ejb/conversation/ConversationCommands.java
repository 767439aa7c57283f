package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.StartRequest;
import org.parley.api.conversation.Started;
import org.parley.api.conversation.TakenException;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.routing.Transfer;
import org.parley.api.security.Caller;

/** What the commands do, within the caller's transaction; who may give them at all is decided before. */
@ApplicationScoped
class ConversationCommands {
    @Inject
    ConversationRows rows;

    @Inject
    Redirects redirects;

    @Inject
    ConversationStarter starter;

    @Inject
    Appender appender;

    @Inject
    LogWriter writer;

    @Inject
    Handover handover;

    @Inject
    Closer closer;

    @Inject
    Transfers transfers;

    @Inject
    Receipts receipts;

    @Inject
    TextRules rules;

    @Inject
    Clock clock;

    Started start(Caller visitor, StartRequest request) {
        rules.checkForm(request.form());
        if (request.text() != null) {
            rules.checkMessage(request.text());
        }
        return starter.start(visitor, request);
    }

    Entry send(Caller participant, UUID conversation, String text, String id) {
        return now(message(participant, conversation, text, id));
    }

    Entry note(Caller staff, UUID conversation, String text, String id) {
        return now(annotation(staff, conversation, text, id));
    }

    Entry whisper(Caller supervisor, UUID conversation, String text, String id) {
        return now(asWhisper(supervisor, conversation, text, id));
    }

    private Entry now(Append append) {
        appender.append(List.of(append), true);
        return append.result();
    }

    /** A message that can be written; by whom and whether at all is decided when the conversation is locked. */
    Append message(Caller participant, UUID conversation, String text, String id) {
        rules.checkMessage(text);
        return new Append(participant, conversation, EntryKind.MESSAGE, text, id);
    }

    /** The same of a note. */
    Append annotation(Caller staff, UUID conversation, String text, String id) {
        rules.checkMessage(text);
        return new Append(staff, conversation, EntryKind.NOTE, text, id);
    }

    /** The same of a whisper. */
    Append asWhisper(Caller supervisor, UUID conversation, String text, String id) {
        rules.checkMessage(text);
        return new Append(supervisor, conversation, EntryKind.WHISPER, text, id);
    }

    void mark(Mark mark) {
        receipts.move(List.of(mark));
        mark.result();
    }

    Conversation accept(Caller operator, UUID conversation) {
        ConversationRow row = rows.lock(conversation);
        Conversation before = row.toConversation();
        requireKnown(operator, before);
        if (before.status() == ConversationStatus.ACTIVE) {
            if (operator.participant().is(before.owner())) {
                return before;
            }
            throw new TakenException(before.owner());
        }
        ConversationRows.requireOpen(before);
        return handover.take(row, operator.participant(), Map.of());
    }

    private void requireKnown(Caller staff, Conversation conversation) {
        if (!rows.knowsOf(staff, conversation)) {
            throw ChatException.notFound("conversation");
        }
    }

    Conversation takeOver(Caller supervisor, UUID conversation) {
        ConversationRow row = rows.lock(conversation);
        Conversation before = row.toConversation();
        ConversationRows.requireOpen(before);
        return supervisor.participant().is(before.owner())
                ? before
                : handover.take(row, supervisor.participant(), Map.of("takenOver", "true"));
    }

    Conversation decline(Caller operator, UUID conversation) {
        ConversationRow row = rows.lock(conversation);
        requireKnown(operator, row.toConversation());
        if (!row.toConversation().isOfferedTo(operator.participant())) {
            throw new ChatException(ErrorCode.CONFLICT, "This conversation is not offered to you any more.");
        }
        handover.pass(row, AssignmentRow.Outcome.DECLINED);
        return row.toConversation();
    }

    Entry transfer(Caller operator, UUID conversation, Transfer to, String id) {
        return transfers.transfer(operator, conversation, to, id);
    }

    Entry close(Caller participant, UUID conversation, String reason, String id) {
        rules.checkReason(reason);
        ConversationRow row = redirects.lock(conversation);
        rows.requireOwn(participant, row.toConversation());
        Optional<Entry> earlier = writer.earlier(row.id(), participant.participant(), id);
        if (earlier.isPresent()) {
            return writer.sameKind(earlier.get(), EntryKind.CLOSED);
        }
        ConversationRows.requireOpen(row.toConversation());
        return closer.close(row, participant.participant(), id, reason == null ? Map.of() : Map.of("reason", reason));
    }
}
