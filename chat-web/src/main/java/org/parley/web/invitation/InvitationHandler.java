package org.parley.web.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.command.Commands;
import org.parley.api.invitation.Invitation;
import org.parley.api.invitation.InvitationCommand;
import org.parley.api.invitation.InvitationState;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.FrameHandler;
import org.parley.web.invitation.InvitationFrameTypes.Seen;

/** {@code invitation}: a report on an invitation by the visitor's browser. */
@ApplicationScoped
public class InvitationHandler implements FrameHandler<Seen> {
    @Inject
    Commands commands;

    @Inject
    ConnectionRegistry registry;

    @Override
    public CompletionStage<String> handle(Connection connection, Seen seen) {
        InvitationCommand<Invitation> command = seen.state() == InvitationState.ANSWERED
                ? new InvitationCommand.Answer(seen.invitation(), registry::reaches)
                : new InvitationCommand.Move(seen.invitation(), seen.state());
        return connection
                .mandate(commands::mandate)
                .submit(command)
                .thenApply(invitation -> seen.id() == null ? null : InvitationFrame.ack(seen.id(), invitation));
    }

    @Override
    public Class<Seen> frame() {
        return Seen.class;
    }

    @Override
    public boolean runsAsCaller() {
        return false;
    }
}
