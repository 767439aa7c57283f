package org.parley.web.security;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the token in a request's headers: {@code Authorization}, or a socket's offered subprotocols. Never in a URL. */
public final class BearerToken {
    private static final String SCHEME = "bearer ";
    private static final String SUBPROTOCOL = "bearer.";

    private BearerToken() {}

    /**
     * @param authorization the header's value, or null
     * @param subprotocols the values of {@code Sec-WebSocket-Protocol}, each maybe a list with commas; maybe null
     */
    public static Optional<String> of(String authorization, Collection<String> subprotocols) {
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.of(authorization.substring(SCHEME.length()).strip());
        }
        if (subprotocols == null) {
            return Optional.empty();
        }
        return subprotocols.stream()
                .flatMap(value -> java.util.Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(offered -> offered.startsWith(SUBPROTOCOL))
                .map(offered -> offered.substring(SUBPROTOCOL.length()))
                .findFirst();
    }
}
