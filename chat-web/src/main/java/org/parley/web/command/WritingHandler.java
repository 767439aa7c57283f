package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.command.Commands;
import org.parley.api.conversation.Line;
import org.parley.web.connection.Connection;
import org.parley.web.connection.FrameHandler;
import org.parley.web.protocol.Writing;

/** Handles all frames that only give a command. */
@ApplicationScoped
public class WritingHandler implements FrameHandler<Writing> {
    @Inject
    Commands commands;

    @Override
    public CompletionStage<String> handle(Connection connection, Writing frame) {
        if (connection.isBatched() && frame.command() instanceof Line line) {
            return connection.ownLines().write(line, () -> commands.submit(connection.caller(), line));
        }
        return commands.submit(connection.caller(), frame.command()).thenApply(frame::answer);
    }

    @Override
    public Class<Writing> frame() {
        return Writing.class;
    }
}
