package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.command.Commands;
import org.parley.api.invitation.InvitationCommand.Invite;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.gateway.FrameHandler;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.InvitationFrame;

/** {@code invite}: an operator asks a visitor to talk, who has to be there. */
@ApplicationScoped
public class InviteHandler implements FrameHandler<ClientFrame.Invite> {
    @Inject
    Commands commands;

    @Inject
    ConnectionRegistry registry;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Invite invite) {
        return commands.submit(connection.caller(), new Invite(invite.request(), registry::reaches))
                .thenApply(invitation -> InvitationFrame.ack(invite.id(), invitation));
    }

    @Override
    public Class<ClientFrame.Invite> frame() {
        return ClientFrame.Invite.class;
    }
}
