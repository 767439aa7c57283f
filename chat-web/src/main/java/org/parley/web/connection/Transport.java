package org.parley.web.connection;

import java.io.IOException;
import java.util.function.Consumer;
import org.parley.web.protocol.CloseCode;

/** What carries the frames of a connection: a WebSocket, or polls. */
public interface Transport {
    /** @param done gets null when the frame is on its way, else the failure; maybe before this returns */
    void send(String frame, Consumer<Throwable> done);

    void close(CloseCode code);

    /** Whether a message may hold several frames, as a JSON array; polls have arrays of their own. */
    default boolean takesArrays() {
        return true;
    }

    /**
     * Sends something that needs no answer of the client, so that proxies keep a quiet line and a dead one is noticed.
     * Only while no send is in flight. A transport whose clients come by themselves has nothing to do.
     *
     * @throws IOException when the line turns out to be dead
     */
    default void ping() throws IOException {}
}
