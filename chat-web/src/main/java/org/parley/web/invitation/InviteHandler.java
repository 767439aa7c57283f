package org.parley.web.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.command.Commands;
import org.parley.api.invitation.InvitationCommand.Invite;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.FrameHandler;

/** {@code invite}: an operator asks a present visitor to talk. */
@ApplicationScoped
public class InviteHandler implements FrameHandler<InvitationFrameTypes.Invite> {
    @Inject
    Commands commands;

    @Inject
    ConnectionRegistry registry;

    @Override
    public CompletionStage<String> handle(Connection connection, InvitationFrameTypes.Invite invite) {
        return connection
                .mandate(commands::mandate)
                .submit(new Invite(invite.request(), registry::reaches))
                .thenApply(invitation -> InvitationFrame.ack(invite.id(), invitation));
    }

    @Override
    public Class<InvitationFrameTypes.Invite> frame() {
        return InvitationFrameTypes.Invite.class;
    }

    @Override
    public boolean runsAsCaller() {
        return false;
    }
}
