package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.PresenceBoard;
import org.parley.web.connection.Wire;

/** Where a transport's connections come in and go out. */
@ApplicationScoped
public class Gateway {
    @Inject
    ConnectionRegistry registry;

    @Inject
    PresenceBoard presence;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.limits.frame")
    int frameLimit;

    @Inject
    @ConfigProperty(name = "parley.queue.frames")
    int queueFrames;

    @Inject
    @ConfigProperty(name = "parley.queue.chars")
    int queueChars;

    public int frameLimit() {
        return frameLimit;
    }

    public Connection open(String principal, Caller caller, Executor context, Instant expires, Wire wire) {
        Connection connection = new Connection(
                "s-" + UUID.randomUUID(),
                principal,
                caller,
                context,
                expires,
                clock.instant(),
                wire,
                new Connection.QueueLimits(queueFrames, queueChars));
        registry.add(connection);
        return connection;
    }

    public void receive(Connection connection, String frame) {
        connection.heard(clock.instant());
        if (!connection.isClosed()) {
            connection.asCaller(() -> dispatcher.dispatch(connection, frame));
        }
    }

    public void tooLong(Connection connection) {
        connection.heard(clock.instant());
        connection.sendError(
                null,
                ChatException.tooLarge(null, "A frame has at most " + frameLimit + " bytes. Nothing was stored."));
    }

    public void closed(Connection connection) {
        connection.gone();
        boolean last = registry.remove(connection);
        if (last && connection.caller().isStaff()) {
            presence.left(connection);
        }
    }
}
