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

/** {@code force}: a supervisor makes an operator unwilling. */
@ApplicationScoped
public class ForceHandler implements CommandHandler<ClientFrame.Force> {
    @Inject
    Operators operators;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Force force) {
        Operator operator = operators.forceStatus(connection.caller(), force.operator(), force.status());
        return CompletableFuture.completedFuture(
                ServerFrame.ack(force.id(), Map.of("status", operator.status().wire())));
    }

    @Override
    public Class<ClientFrame.Force> frame() {
        return ClientFrame.Force.class;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
