package org.parley.web.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.command.Commands;
import org.parley.api.operator.OperatorCommand.SetStatus;
import org.parley.web.connection.Connection;
import org.parley.web.connection.FrameHandler;
import org.parley.web.presence.StatusFrameTypes.Status;
import org.parley.web.protocol.ServerFrame;
import org.parley.web.security.Identity;

/** {@code status}: sets the operator's own status. */
@ApplicationScoped
public class StatusHandler implements FrameHandler<Status> {
    @Inject
    Commands commands;

    @Override
    public CompletionStage<String> handle(Connection connection, Status status) {
        Identity.Session session = connection.identity().session();
        SetStatus command = new SetStatus(status.status(), session == null ? null : session.id());
        return connection
                .mandate(commands::mandate)
                .submit(command)
                .thenApply(operator -> ServerFrame.ackOfOperator(status.id(), operator));
    }

    @Override
    public Class<Status> frame() {
        return Status.class;
    }

    @Override
    public boolean runsAsCaller() {
        return false;
    }
}
