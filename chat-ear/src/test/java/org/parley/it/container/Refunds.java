package org.parley.it.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.parley.api.command.Commands;
import org.parley.api.conversation.ConversationCommand.Send;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;

/** Approves refunds, and says so where they were asked for: both are committed, or neither is. */
@Stateless
@PermitAll
@RunAs(Role.Names.ADMIN)
public class Refunds {
    @Inject
    Commands commands;

    /** @param clerk the owner of the conversation */
    public Entry approve(Caller clerk, ConversationId conversation, String order) {
        // The refund itself is written here, by the same transaction.
        String text = "Your refund for order " + order + " is approved.";
        return commands.run(clerk, new Send(conversation, text, "refund-" + order));
    }
}
