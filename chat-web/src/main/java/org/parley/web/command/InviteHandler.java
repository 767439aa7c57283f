package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.api.invitation.Invitations;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.InvitationFrame;

/** {@code invite}: an operator asks a visitor to talk, who has to be there. */
@ApplicationScoped
public class InviteHandler implements CommandHandler<ClientFrame.Invite> {
    @Inject
    Invitations invitations;

    @Inject
    ConnectionRegistry registry;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Invite invite) {
        return CompletableFuture.completedFuture(InvitationFrame.ack(
                invite.id(), invitations.invite(connection.caller(), invite.request(), registry::reaches)));
    }

    @Override
    public Class<ClientFrame.Invite> frame() {
        return ClientFrame.Invite.class;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
