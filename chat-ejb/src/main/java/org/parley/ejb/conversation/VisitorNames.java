package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.parley.api.conversation.Conversation;
import org.parley.api.visitor.VisitorDescribed;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.row.ConversationRow;

/** Puts a visitor's new name into their open conversations, in the same transaction. */
@ApplicationScoped
class VisitorNames {
    @Inject
    ConversationRows rows;

    @Inject
    LogWriter writer;

    void follow(@Observes VisitorDescribed event) {
        for (Conversation open : rows.openOf(event.visitor().asParticipant())) {
            ConversationRow row = rows.lock(open.id());
            if (row.isOpen() && row.callVisitor(event.visitor().name())) {
                writer.announceChange(row.toConversation());
            }
        }
    }
}
