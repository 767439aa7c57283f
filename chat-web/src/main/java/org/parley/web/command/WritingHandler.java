package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.command.Commands;
import org.parley.web.connection.Connection;
import org.parley.web.gateway.FrameHandler;
import org.parley.web.protocol.ClientFrame;

/** Frames that are a command and nothing else. */
@ApplicationScoped
public class WritingHandler implements FrameHandler<ClientFrame.Writing> {
    @Inject
    Commands commands;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Writing frame) {
        return commands.submit(connection.caller(), frame.command()).thenApply(frame::answer);
    }

    @Override
    public Class<ClientFrame.Writing> frame() {
        return ClientFrame.Writing.class;
    }
}
