package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.parley.api.conversation.ConversationCommand.Close;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;
import org.parley.ejb.conversation.handover.Closer;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.log.Redirects;
import org.parley.ejb.conversation.log.TextRules;
import org.parley.ejb.conversation.row.ConversationRow;

/** Ends a conversation at the wish of a participant. */
@ApplicationScoped
class Closing implements Doer<Close, Entry> {
    @Inject
    Redirects redirects;

    @Inject
    ConversationRows rows;

    @Inject
    LogWriter writer;

    @Inject
    Closer closer;

    @Inject
    TextRules rules;

    @Override
    public Class<Close> command() {
        return Close.class;
    }

    @Override
    public String key(Caller participant, Close close) {
        return close.conversation().toString();
    }

    @Override
    public void check(Close close) {
        rules.checkReason(close.reason());
    }

    @Override
    public Entry run(Caller participant, Close close) {
        ConversationRow row = redirects.lock(close.conversation());
        rows.requireOwn(participant, row.toConversation());
        Optional<Entry> earlier = writer.earlier(row.id(), participant.participant(), close.id());
        if (earlier.isPresent()) {
            return writer.sameKind(earlier.get(), EntryKind.CLOSED);
        }
        ConversationRows.requireOpen(row.toConversation());
        Map<String, String> data = close.reason() == null ? Map.of() : Map.of("reason", close.reason());
        return closer.close(row, participant.participant(), close.id(), data);
    }
}
