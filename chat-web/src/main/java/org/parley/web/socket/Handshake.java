package org.parley.web.socket;

import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.security.Principal;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.logging.Logger;
import org.parley.api.security.Caller;
import org.parley.web.security.Identity;

/**
 * What the authenticated thread of the handshake knew: containers do not carry it into a socket's callbacks.
 *
 * @param caller null when the token's owner is gone
 * @param context runs a task as that caller
 */
record Handshake(Identity identity, Caller caller, Executor context) {
    private static final Logger LOG = Logger.getLogger(Handshake.class.getName());

    void keep(Map<String, Object> userProperties) {
        userProperties.put(Handshake.class.getName(), this);
    }

    /** @return the session's own handshake; null when the container mixed two of them up */
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
                || !principal.getName().equals(handshake.identity().principalName())) {
            LOG.warning("A socket was opened with another caller's handshake and is refused");
            return null;
        }
        return handshake;
    }
}
