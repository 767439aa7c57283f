package org.parley.web.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.parley.api.error.ChatException;

/**
 * Open while the server serves; closed for good once it shuts down. Then no connection and no further frame comes in.
 */
@ApplicationScoped
public class Door {
    /** After this time a redeployed server may be back, or a proxy knows another one. */
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private volatile boolean closed;

    public boolean isOpen() {
        return !closed;
    }

    public void close() {
        closed = true;
    }

    /** @throws ChatException UNAVAILABLE with the seconds after which to come back, when it is closed */
    public void pass() {
        if (closed) {
            throw ChatException.unavailable(
                    "The server is shutting down. Come back in a moment.", (int) COME_BACK.toSeconds());
        }
    }
}
