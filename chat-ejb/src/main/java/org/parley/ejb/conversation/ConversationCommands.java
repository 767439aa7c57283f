package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
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
import org.parley.api.security.Caller;

/** What the commands do, within the caller's transaction; who may give them at all is decided before. */
@ApplicationScoped
class ConversationCommands {
    @Inject
    ConversationRows rows;

    @Inject
    ConversationStarter starter;

    @Inject
    LogWriter writer;

    @Inject
    Receipts receipts;

    @Inject
    TextRules rules;

    @Inject
    Clock clock;

    Started start(Caller visitor, StartRequest request) {
        if (request.text() != null) {
            rules.checkMessage(request.text());
        }
        return starter.start(visitor, request);
    }

    Entry send(Caller participant, UUID conversation, String text, String id) {
        rules.checkMessage(text);
        return appendOnce(participant, rows.lockOwn(participant, conversation), EntryKind.MESSAGE, text, id);
    }

    Entry note(Caller staff, UUID conversation, String text, String id) {
        rules.checkMessage(text);
        return appendOnce(staff, rows.lockOwn(staff, conversation), EntryKind.NOTE, text, id);
    }

    private Entry appendOnce(Caller author, ConversationRow row, EntryKind kind, String text, String id) {
        return writer.earlier(row, author.participant(), kind, id).orElseGet(() -> {
            requireOpen(row);
            Entry entry = writer.append(row, kind, author.participant(), text, id, Map.of());
            boolean named = kind == EntryKind.MESSAGE && author.isVisitor() && row.beAbout(text);
            writer.announce(row, entry);
            if (named) {
                writer.announceChange(row.toConversation());
            }
            return entry;
        });
    }

    Conversation accept(Caller operator, UUID conversation) {
        ConversationRow row = rows.lock(conversation);
        Conversation before = row.toConversation();
        if (before.status() == ConversationStatus.ACTIVE) {
            if (operator.participant().is(before.owner())) {
                return before;
            }
            throw new TakenException(before.owner());
        }
        requireOpen(row);
        row.assignTo(operator.participant());
        receipts.begin(row.id(), operator.participant());
        Entry entry = writer.append(row, EntryKind.ASSIGNED, operator.participant(), null, null, toWhom(operator));
        writer.announceChange(row.toConversation());
        writer.announce(row, entry);
        return row.toConversation();
    }

    // Not always the author: routing assigns too.
    private static Map<String, String> toWhom(Caller operator) {
        return Map.of("operator", operator.id(), "name", operator.participant().name());
    }

    Entry close(Caller participant, UUID conversation, String reason, String id) {
        rules.checkReason(reason);
        ConversationRow row = rows.lockOwn(participant, conversation);
        Optional<Entry> earlier = writer.earlier(row, participant.participant(), EntryKind.CLOSED, id);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        requireOpen(row);
        row.close(clock.instant());
        Map<String, String> data = reason == null ? Map.of() : Map.of("reason", reason);
        Entry entry = writer.append(row, EntryKind.CLOSED, participant.participant(), null, id, data);
        writer.announce(row, entry);
        writer.announceChange(row.toConversation());
        return entry;
    }

    private static void requireOpen(ConversationRow row) {
        if (!row.isOpen()) {
            throw new ChatException(ErrorCode.CLOSED, "The conversation is closed. Nothing was stored.");
        }
    }
}
