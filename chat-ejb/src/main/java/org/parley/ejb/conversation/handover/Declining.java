package org.parley.ejb.conversation.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationCommand.Decline;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.row.AssignmentRow;
import org.parley.ejb.conversation.row.ConversationRow;

/** Ends an offer that the operator does not want. */
@ApplicationScoped
class Declining implements Doer<Decline, Conversation> {
    @Inject
    ConversationRows rows;

    @Inject
    Handover handover;

    @Override
    public Class<Decline> command() {
        return Decline.class;
    }

    @Override
    public String key(Caller operator, Decline decline) {
        return decline.conversation().toString();
    }

    @Override
    public Conversation run(Caller operator, Decline decline) {
        ConversationRow row = rows.lock(decline.conversation());
        rows.requireKnown(operator, row.toConversation());
        if (!row.toConversation().isOfferedTo(operator.participant())) {
            throw new ChatException(ErrorCode.CONFLICT, "This conversation is not offered to you any more.");
        }
        handover.pass(row, AssignmentRow.Outcome.DECLINED);
        return row.toConversation();
    }
}
