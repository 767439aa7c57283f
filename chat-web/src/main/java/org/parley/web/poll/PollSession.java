package org.parley.web.poll;

import java.time.Instant;
import org.parley.web.connection.Connection;

/** A connection whose client polls. It lives from the first poll until the client has heard of its end. */
final class PollSession {
    private final Connection connection;
    private final PollTransport transport;
    private volatile Instant lastPoll;

    PollSession(Connection connection, PollTransport transport, Instant now) {
        this.connection = connection;
        this.transport = transport;
        this.lastPoll = now;
    }

    String id() {
        return connection.session();
    }

    Connection connection() {
        return connection;
    }

    PollTransport transport() {
        return transport;
    }

    String principal() {
        return connection.identity().principalName();
    }

    /** Notes that a poll has come or was answered. */
    void polled(Instant now) {
        lastPoll = now;
    }

    /** Whether it can be dropped: the client has heard of its end, or has not come to hear of it. */
    boolean isOver(Instant silentSince) {
        return transport.isOver() || transport.isClosed() && lastPoll.isBefore(silentSince);
    }
}
