package org.parley.ejb.conversation.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationCommand.TakeOver;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.row.ConversationRow;

/** Gives an open conversation to a supervisor, with any owner before. */
@ApplicationScoped
class TakingOver implements Doer<TakeOver, Conversation> {
    @Inject
    ConversationRows rows;

    @Inject
    Handover handover;

    @Override
    public Class<TakeOver> command() {
        return TakeOver.class;
    }

    @Override
    public String key(Caller supervisor, TakeOver takeOver) {
        return takeOver.conversation().toString();
    }

    @Override
    public Conversation run(Caller supervisor, TakeOver takeOver) {
        ConversationRow row = rows.lock(takeOver.conversation());
        Conversation before = row.toConversation();
        ConversationRows.requireOpen(before);
        return supervisor.participant().is(before.owner())
                ? before
                : handover.take(row, supervisor.participant(), Map.of("takenOver", "true"));
    }
}
