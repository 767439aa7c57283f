package org.parley.it.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.api.command.Commands;
import org.parley.api.conversation.ConversationCommand.Send;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.security.Actor;

/** Tells those who ask where their parcel is. */
@ApplicationScoped
public class Parcels {
    private static final Actor SHOP = new Actor("shop", "The shop");

    @Inject
    Commands commands;

    public Entry shipped(ConversationId conversation, String parcel) {
        return commands.run(
                SHOP, new Send(conversation, "Your parcel " + parcel + " is on its way.", "parcel-" + parcel));
    }
}
