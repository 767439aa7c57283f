package org.parley.web.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.Transport;
import org.parley.web.limit.FrameLimit;
import org.parley.web.presence.PresenceBoard;
import org.parley.web.protocol.CloseCode;
import org.parley.web.protocol.FrameArray;
import org.parley.web.security.Agent;
import org.parley.web.security.Arrival;

/** Opens and closes the connections of all transports, and takes in their frames. */
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

    @Inject
    @ConfigProperty(name = "parley.limits.frames-per-second")
    int framesPerSecond;

    @Inject
    @ConfigProperty(name = "parley.limits.frames-burst")
    int framesBurst;

    @Inject
    @ConfigProperty(name = "parley.limits.staff-frames-per-second")
    int staffFramesPerSecond;

    @Inject
    @ConfigProperty(name = "parley.limits.staff-frames-burst")
    int staffFramesBurst;

    public int frameLimit() {
        return frameLimit;
    }

    public Connection open(Arrival arrival, Transport transport) {
        Connection connection = connection(arrival, transport);
        registry.add(connection);
        return connection;
    }

    /** A connection of nobody, with nothing at its other end. */
    Connection rehearsal() {
        return connection(new Arrival(null, null, Runnable::run, Agent.UNKNOWN), new Transport() {
            @Override
            public void send(String frame, Consumer<Throwable> done) {
                done.accept(null);
            }

            @Override
            public void close(CloseCode code) {}
        });
    }

    private Connection connection(Arrival arrival, Transport transport) {
        Connection connection = new Connection(
                "s-" + UUID.randomUUID(),
                arrival.caller(),
                arrival.context(),
                arrival.identity(),
                clock.instant(),
                transport,
                new Connection.QueueLimits(queueFrames, queueChars),
                frameLimit(arrival.caller()));
        connection.setAgent(arrival.agent());
        return connection;
    }

    /** Staff have many conversations at once, so their limit is never below the visitors'. */
    private FrameLimit frameLimit(Caller caller) {
        return caller != null && caller.isStaff()
                ? new FrameLimit(
                        Math.max(framesPerSecond, staffFramesPerSecond), Math.max(framesBurst, staffFramesBurst))
                : new FrameLimit(framesPerSecond, framesBurst);
    }

    /** Takes in a message of a socket: one frame, or a JSON array of frames from a device in batch mode. */
    public void receiveMessage(Connection connection, String message) {
        List<String> frames = connection.isBatched() ? FrameArray.within(message) : List.of();
        if (frames.isEmpty()) {
            receive(connection, message);
        }
        frames.forEach(frame -> receive(connection, frame));
    }

    public void receive(Connection connection, String frame) {
        if (connection.isClosed()) {
            return;
        }
        FrameLimit.Answer answer = connection.frameLimit().count();
        if (answer instanceof FrameLimit.Answer.Flood flood) {
            connection.end(CloseCode.RATE_LIMITED, flood.retryAfter());
        } else if (answer instanceof FrameLimit.Answer.TooFast tooFast) {
            dispatcher.refuseUnread(connection, frame, tooFast(tooFast.retryAfter()));
        } else if (!connection.inbox().take(frame, next -> dispatcher.dispatch(connection, next))) {
            dispatcher.refuseUnread(connection, frame, Dispatcher.busy());
        }
        heard(connection);
    }

    public void tooLong(Connection connection) {
        if (connection.frameLimit().count() instanceof FrameLimit.Answer.Flood flood) {
            connection.end(CloseCode.RATE_LIMITED, flood.retryAfter());
        }
        heard(connection);
        connection.sendError(
                null,
                ChatException.tooLarge(null, "A frame has at most " + frameLimit + " bytes. Nothing was stored."));
    }

    private static ChatException tooFast(int seconds) {
        return ChatException.rateLimited("Too many frames at once. Go on in " + seconds + " seconds.", seconds);
    }

    /** Notes that the client was heard. A client without a hello counts as silent. */
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
        presence.left(connection);
    }
}
