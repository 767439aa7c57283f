package org.parley.web.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.server.HandshakeRequest;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.web.limit.ClientAddresses;
import org.parley.web.security.Agent;
import org.parley.web.security.Arrivals;
import org.parley.web.security.BadTokenException;
import org.parley.web.security.BearerToken;
import org.parley.web.security.Identity;
import org.parley.web.security.SessionCheck;
import org.parley.web.security.TokenMechanism;
import org.parley.web.security.Tokens;

/** Finds out who opens a socket, on the thread that the container has authenticated. */
@ApplicationScoped
public class HandshakeReader {
    private static final Logger LOG = Logger.getLogger(HandshakeReader.class.getName());

    @Inject
    Tokens tokens;

    @Inject
    SessionCheck sessions;

    @Inject
    Arrivals arrivals;

    @Inject
    HttpServletRequest http;

    @Inject
    ClientAddresses addresses;

    /**
     * The handshake; without a caller when the token's owner is gone, and then the socket closes as soon as it opens.
     */
    Handshake read(HandshakeRequest request) {
        try {
            return new Handshake(arrivals.of(
                    identity(request),
                    request::isUserInRole,
                    Agent.of(header(request, "User-Agent"), header(request, "Accept-Language"), address())));
        } catch (BadTokenException e) {
            throw new IllegalStateException("The token was valid a moment ago, and is not any more", e);
        }
    }

    /** What {@code TokenMechanism} has verified; where the server does not tell that here, it is verified again. */
    private Identity identity(HandshakeRequest request) throws BadTokenException {
        if (verified() instanceof Identity identity) {
            return identity;
        }
        return sessions.effective(tokens.verify(
                BearerToken.of(header(request, "Authorization"), headers(request, "Sec-WebSocket-Protocol"))
                        .orElse("")));
    }

    private Object verified() {
        try {
            return http.getAttribute(TokenMechanism.IDENTITY);
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "This server does not tell the HTTP request of a handshake", e);
            return null;
        }
    }

    /** The client's address, from the HTTP request, because the handshake itself does not know it. */
    private String address() {
        try {
            return addresses.of(http).text();
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "This server does not tell where a handshake comes from", e);
            return null;
        }
    }

    private static String header(HandshakeRequest request, String name) {
        List<String> values = headers(request, name);
        return values.isEmpty() ? null : values.get(0);
    }

    private static List<String> headers(HandshakeRequest request, String name) {
        for (Map.Entry<String, List<String>> header : request.getHeaders().entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return header.getValue();
            }
        }
        return List.of();
    }
}
