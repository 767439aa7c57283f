package org.parley.web.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.parley.web.protocol.CloseCode;

/**
 * The end of a connection: once the last frame has left, at the latest when patience runs out. At a close containers
 * drop their own buffers, including the close code, so a slow reader gets a moment to take them.
 */
final class Farewell {
    private final CloseCode code;
    private final Transport transport;
    private final Duration linger;
    private final AtomicBoolean hungUp = new AtomicBoolean();
    private Instant since;
    private Instant idleSince;

    /** @param linger how long the reader gets to take the last frames */
    Farewell(CloseCode code, Transport transport, Duration linger) {
        this.code = code;
        this.transport = transport;
        this.linger = linger;
    }

    void hangUp() {
        if (hungUp.compareAndSet(false, true)) {
            transport.close(code);
        }
    }

    /**
     * @param idle whether no send is in flight any more
     * @param patience after which it ends in any case
     * @return whether it has ended
     */
    synchronized boolean settle(Instant now, boolean idle, Duration patience) {
        if (since == null) {
            since = now;
        }
        if (!idle) {
            idleSince = null;
        } else if (idleSince == null) {
            idleSince = now;
        }
        boolean taken = idleSince != null && !idleSince.plus(linger).isAfter(now);
        if (taken || !since.plus(patience).isAfter(now)) {
            hangUp();
        }
        return hungUp.get();
    }
}
