package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.command.Commands;
import org.parley.api.command.Mandate;
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
        Mandate mandate = connection.mandate(commands::mandate);
        if (connection.isBatched() && frame.command() instanceof Line line) {
            return connection.ownLines().write(line, () -> mandate.submit(line));
        }
        return mandate.submit(frame.command()).thenApply(frame::answer);
    }

    @Override
    public Class<Writing> frame() {
        return Writing.class;
    }

    @Override
    public boolean runsAsCaller() {
        return false;
    }
}
