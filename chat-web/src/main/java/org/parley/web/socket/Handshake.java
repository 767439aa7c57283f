package org.parley.web.socket;

import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.security.Principal;
import java.util.Map;
import java.util.logging.Logger;
import org.parley.web.security.Arrival;

/** The caller of the handshake's authenticated thread, whom containers do not carry into a socket's callbacks. */
record Handshake(Arrival arrival) {
    private static final Logger LOG = Logger.getLogger(Handshake.class.getName());

    void keep(Map<String, Object> userProperties) {
        userProperties.put(Handshake.class.getName(), this);
    }

    /** @return the session's own handshake; null when the container mixed up two of them */
    static Handshake of(Session session, EndpointConfig config) {
        Object kept = session.getUserProperties().get(Handshake.class.getName());
        if (kept == null) {
            kept = config.getUserProperties().get(Handshake.class.getName());
        }
        if (!(kept instanceof Handshake handshake)) {
            return null;
        }
        // Containers may share the configuration's properties between handshakes; the session's principal is its own.
        Principal principal = session.getUserPrincipal();
        if (principal == null
                || !principal.getName().equals(handshake.arrival().identity().principalName())) {
            LOG.warning("A socket was opened with another caller's handshake and is refused");
            return null;
        }
        return handshake;
    }
}
