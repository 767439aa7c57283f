package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.api.operator.Operator;
import org.parley.api.operator.Operators;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;
import org.parley.web.security.Identity;

/** {@code status}: whether an operator is willing. */
@ApplicationScoped
public class StatusHandler implements CommandHandler<ClientFrame.Status> {
    @Inject
    Operators operators;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Status status) {
        Identity.Session session = connection.identity().session();
        Operator operator =
                operators.changeStatus(connection.caller(), status.status(), session == null ? null : session.id());
        return CompletableFuture.completedFuture(
                ServerFrame.ack(status.id(), Map.of("status", operator.status().wire())));
    }

    @Override
    public Class<ClientFrame.Status> frame() {
        return ClientFrame.Status.class;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
