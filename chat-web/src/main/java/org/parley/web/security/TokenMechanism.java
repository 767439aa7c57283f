package org.parley.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.web.limit.ClientAddresses;
import org.parley.web.limit.HandshakeLimiter;
import org.parley.web.protocol.Problem;

/**
 * Finds out who calls, by the JWT of the request. The container asks before a socket's upgrade, so a refused request
 * never becomes a connection: no token or a bad one is 401, a foreign {@code Origin} 403. A missing role is the
 * container's own 403, by {@code web.xml}.
 */
@ApplicationScoped
public class TokenMechanism {
    /** The request attribute with the verified {@link Identity}. */
    public static final String IDENTITY = Identity.class.getName();

    private static final String API = "/api/v1";
    private static final String SOCKET = "/socket";
    private static final Set<String> HANDSHAKES = Set.of(SOCKET, API + "/poll");
    private static final Logger LOG = Logger.getLogger(TokenMechanism.class.getName());

    @Inject
    Tokens tokens;

    @Inject
    SessionCheck sessions;

    @Inject
    Origins origins;

    @Inject
    HandshakeLimiter handshakes;

    @Inject
    ClientAddresses addresses;

    /**
     * Lets a request in, with {@link #IDENTITY} if it has a token, or answers it with a refusal.
     *
     * @param isProtected whether the container wants a caller
     * @return false after a refusal
     */
    boolean admit(HttpServletRequest request, HttpServletResponse response, boolean isProtected) {
        if (request.getServletPath().startsWith(API)) {
            // The status until somebody answers. Without it Payara says 200 for a failure outside of a servlet.
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        if (!origins.isOwnHost(request)) {
            return refuse(response, ErrorCode.MISDIRECTED, "This server is known by another name: parley.public-url.");
        }
        boolean isSocket = SOCKET.equals(request.getServletPath());
        Optional<String> token = BearerToken.of(
                request.getHeader("Authorization"),
                isSocket ? Collections.list(request.getHeaders("Sec-WebSocket-Protocol")) : List.of());
        if (token.isEmpty()) {
            return !isProtected || refuseUnknown(request, response, "A token is needed; log in first.");
        }
        Identity identity;
        try {
            identity = verify(token.get());
        } catch (BadTokenException e) {
            LOG.log(Level.FINE, "Refused a token: {0}", e.getMessage());
            return refuseUnknown(request, response, "The token is not valid; log in again.");
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A token could not be checked: {0}", e.toString());
            return refuse(response, ErrorCode.UNAVAILABLE, "Who you are cannot be found out now. Try again.");
        }
        if (!origins.allow(request, identity.site())) {
            return refuse(response, ErrorCode.FORBIDDEN, "This web page may not use the chat.");
        }
        request.setAttribute(IDENTITY, identity);
        return true;
    }

    private Identity verify(String token) throws BadTokenException {
        return sessions.effective(tokens.verify(token));
    }

    private boolean refuseUnknown(HttpServletRequest request, HttpServletResponse response, String detail) {
        if (HANDSHAKES.contains(request.getServletPath())) {
            try {
                handshakes.countUnknown(addresses.of(request));
            } catch (ChatException e) {
                return refuse(response, e);
            }
        }
        response.setHeader("WWW-Authenticate", "Bearer");
        return refuse(response, ErrorCode.UNAUTHORIZED, detail);
    }

    private static boolean refuse(HttpServletResponse response, ErrorCode code, String detail) {
        return refuse(response, new ChatException(code, detail));
    }

    private static boolean refuse(HttpServletResponse response, ChatException error) {
        try {
            Problem.send(response, error);
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
