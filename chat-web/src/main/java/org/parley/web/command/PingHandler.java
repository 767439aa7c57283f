package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.parley.web.connection.Connection;
import org.parley.web.gateway.FrameHandler;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code ping}: {@code pong} with the heads, so that a device that lacks an entry knows at once. */
@ApplicationScoped
public class PingHandler implements FrameHandler<ClientFrame.Ping> {
    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Ping ping) {
        connection.send(ServerFrame.pong(connection.feeds().heads()));
        return NO_ANSWER;
    }

    @Override
    public Class<ClientFrame.Ping> frame() {
        return ClientFrame.Ping.class;
    }
}
