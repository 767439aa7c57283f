package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.api.invitation.Invitation;
import org.parley.api.invitation.InvitationState;
import org.parley.api.invitation.Invitations;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.InvitationFrame;

/** {@code invitation}: what has become of an invitation in the visitor's browser. */
@ApplicationScoped
public class InvitationHandler implements CommandHandler<ClientFrame.InvitationSeen> {
    @Inject
    Invitations invitations;

    @Inject
    ConnectionRegistry registry;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.InvitationSeen seen) {
        Invitation moved = seen.state() == InvitationState.ANSWERED
                ? invitations.answer(connection.caller(), seen.invitation(), registry::reaches)
                : invitations.move(connection.caller(), seen.invitation(), seen.state());
        return seen.id() == null ? NO_ANSWER : CompletableFuture.completedFuture(InvitationFrame.ack(seen.id(), moved));
    }

    @Override
    public Class<ClientFrame.InvitationSeen> frame() {
        return ClientFrame.InvitationSeen.class;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
