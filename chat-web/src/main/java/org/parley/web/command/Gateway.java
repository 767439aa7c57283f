package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.PresenceBoard;
import org.parley.web.connection.Wire;
import org.parley.web.security.Arrival;

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

    public Connection open(Arrival arrival, Wire wire) {
        Connection connection = new Connection(
                "s-" + UUID.randomUUID(),
                arrival.caller(),
                arrival.context(),
                arrival.identity(),
                clock.instant(),
                wire,
                new Connection.QueueLimits(queueFrames, queueChars));
        registry.add(connection);
        return connection;
    }

    public void receive(Connection connection, String frame) {
        boolean taken =
                connection.inbox().take(frame, (next, afterwards) -> dispatcher.dispatch(connection, next, afterwards));
        if (!taken) {
            dispatcher.refuseUnread(connection, frame);
        }
        heard(connection);
    }

    public void tooLong(Connection connection) {
        heard(connection);
        connection.sendError(
                null,
                ChatException.tooLarge(null, "A frame has at most " + frameLimit + " bytes. Nothing was stored."));
    }

    /** A client that never says hello counts as silent, whatever else it says. */
    public void heard(Connection connection) {
        if (connection.isGreeted()) {
            connection.heard(clock.instant());
            if (connection.caller().isStaff()) {
                presence.heard(connection);
            }
        }
    }

    public void closed(Connection connection) {
        connection.gone();
        registry.remove(connection);
        if (connection.caller().isStaff()) {
            presence.left(connection);
        }
    }
}
