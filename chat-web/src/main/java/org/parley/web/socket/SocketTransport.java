package org.parley.web.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.web.connection.Transport;
import org.parley.web.protocol.CloseCode;

/** Sends frames by a WebSocket. */
final class SocketTransport implements Transport {
    private static final Logger LOG = Logger.getLogger(SocketTransport.class.getName());

    private static final long PATIENCE_MILLIS = 10_000;

    // Made when the first socket opens, because at a shutdown servers may find no further classes of ours.
    private static final Map<CloseCode, CloseReason> REASONS = new EnumMap<>(CloseCode.class);

    static {
        for (CloseCode code : CloseCode.values()) {
            REASONS.put(code, new CloseReason(code::code, code.reason()));
        }
    }

    private final Session session;

    SocketTransport(Session session) {
        this.session = session;
    }

    @Override
    public void send(String frame, Consumer<Throwable> done) {
        try {
            session.getAsyncRemote()
                    .sendText(frame, result -> done.accept(result.isOK() ? null : failure(result.getException())));
        } catch (RuntimeException e) {
            // A session that has just closed throws instead of telling the handler.
            done.accept(e);
        }
    }

    @Override
    public void ping() throws IOException {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IllegalStateException e) {
            throw new IOException("The socket has just been closed", e);
        }
    }

    @Override
    public void close(CloseCode code) {
        limitPatience();
        try {
            session.close(REASONS.get(code));
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.FINE, "The socket was closed already", e);
        }
    }

    /** Some containers wait for the other side's close; this bounds the wait. */
    private void limitPatience() {
        try {
            session.setMaxIdleTimeout(PATIENCE_MILLIS);
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "The socket was closed already, or the server has stopped its timers", e);
        }
    }

    private static Throwable failure(Throwable reported) {
        return reported == null ? new IOException("The send failed") : reported;
    }
}
