package org.parley.web.socket;

import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.logging.Logger;
import org.parley.api.security.Caller;

/**
 * What the authenticated thread of the handshake knew: containers do not carry it into a socket's callbacks.
 *
 * @param principal the container's name of the caller
 * @param context runs a task as that caller
 */
record Handshake(String principal, Caller caller, Executor context, Instant expires) {
    private static final Logger LOG = Logger.getLogger(Handshake.class.getName());

    void keep(Map<String, Object> userProperties) {
        userProperties.put(Handshake.class.getName(), this);
    }

    /** @return the session's handshake; null when there is none, or the container mixed two of them up */
    static Handshake of(Session session, EndpointConfig config) {
        Object kept = session.getUserProperties().get(Handshake.class.getName());
        if (kept == null) {
            kept = config.getUserProperties().get(Handshake.class.getName());
        }
        if (!(kept instanceof Handshake handshake) || handshake.caller() == null) {
            return null;
        }
        // Containers may share the configuration's properties between handshakes; the session's principal is its own.
        Principal principal = session.getUserPrincipal();
        if (principal == null || !principal.getName().equals(handshake.principal())) {
            LOG.warning("A socket was opened with another caller's handshake and is refused");
            return null;
        }
        return handshake;
    }
}
