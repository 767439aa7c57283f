package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;
import org.parley.api.conversation.ConversationId;
import org.parley.ejb.database.NewTransaction;

/** Takes the steps of routing, each in a transaction of its own, so that a failure does not affect other steps. */
@ApplicationScoped
class Steps {
    private static final Logger LOG = System.getLogger(Steps.class.getName());

    @Inject
    NewTransaction transactions;

    @Inject
    RoutingState state;

    /**
     * Takes a step with a conversation. After a failure the conversation is read and looked at again in a later turn.
     *
     * @param step looks again with locks; false when there was nothing to do any more
     */
    boolean take(ConversationId conversation, BooleanSupplier step) {
        try {
            return transactions.call(step::getAsBoolean);
        } catch (RuntimeException e) {
            state.hints().conversation(conversation);
            LOG.log(Level.INFO, "A step of routing is tried again in the next turn: {0}", e.getMessage());
            return false;
        }
    }
}
