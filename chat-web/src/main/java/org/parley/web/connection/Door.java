package org.parley.web.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.parley.api.error.ChatException;

/** Open while the server serves; closed for good once it shuts down: nobody comes in then, and no further frame does. */
@ApplicationScoped
public class Door {
    /** After which a server that was redeployed may be back, or a proxy knows another one. */
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
