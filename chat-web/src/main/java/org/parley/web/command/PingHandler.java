package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.parley.web.command.GreetingFrameTypes.Ping;
import org.parley.web.connection.Connection;
import org.parley.web.connection.FrameHandler;
import org.parley.web.protocol.ServerFrame;

/** {@code ping}: answers {@code pong} with the heads, by which a device notices a missing entry at once. */
@ApplicationScoped
public class PingHandler implements FrameHandler<Ping> {
    @Override
    public CompletionStage<String> handle(Connection connection, Ping ping) {
        connection.send(ServerFrame.pong(connection.feeds().heads()));
        return NO_ANSWER;
    }

    @Override
    public Class<Ping> frame() {
        return Ping.class;
    }

    @Override
    public boolean runsAsCaller() {
        return false;
    }
}
