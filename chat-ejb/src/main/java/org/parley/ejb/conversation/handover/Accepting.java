package org.parley.ejb.conversation.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationCommand.Accept;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.TakenException;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.row.ConversationRow;

/** Gives a queued conversation to the first operator who accepts it. */
@ApplicationScoped
class Accepting implements Doer<Accept, Conversation> {
    @Inject
    ConversationRows rows;

    @Inject
    Handover handover;

    @Override
    public Class<Accept> command() {
        return Accept.class;
    }

    @Override
    public String key(Caller operator, Accept accept) {
        return accept.conversation().toString();
    }

    @Override
    public Conversation run(Caller operator, Accept accept) {
        ConversationRow row = rows.lock(accept.conversation());
        Conversation before = row.toConversation();
        rows.requireKnown(operator, before);
        if (before.status() == ConversationStatus.ACTIVE) {
            if (operator.participant().is(before.owner())) {
                return before;
            }
            throw new TakenException(before.owner());
        }
        ConversationRows.requireOpen(before);
        return handover.take(row, operator.participant(), Map.of());
    }
}
