package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Caller;
import org.parley.web.limit.ClientAddresses;
import org.parley.web.security.Callers;
import org.parley.web.security.Identity;
import org.parley.web.security.TokenMechanism;

/** Who sent this request. */
@RequestScoped
public class HttpCaller {
    private static final Pattern KEY = Pattern.compile("[!-~]{8,128}");
    private static final Pattern SECRET = Pattern.compile("[!-~]{32,128}");

    private HttpServletRequest request;

    @Inject
    Callers callers;

    @Inject
    ClientAddresses addresses;

    /** Sets the current request, because injection knows none on a request's second thread. */
    void comesBy(HttpServletRequest arrived) {
        request = arrived;
    }

    /** The verified token's identity; empty without a token. */
    Optional<Identity> identity() {
        return Optional.ofNullable((Identity) request.getAttribute(TokenMechanism.IDENTITY));
    }

    public Optional<Caller> optional() {
        return identity().flatMap(identity -> callers.find(identity, request::isUserInRole));
    }

    /** @throws ChatException UNAUTHORIZED without a token of an existing person */
    public Caller required() {
        return optional()
                .orElseThrow(() -> new ChatException(ErrorCode.UNAUTHORIZED, "A token is needed; log in first."));
    }

    /** For rate limits: the address, and of IPv6 its network. */
    String address() {
        return addresses.of(request).network();
    }

    /** The {@code Idempotency-Key}; null without one. */
    String idempotencyKey() {
        return header("Idempotency-Key", KEY, "has 8 to 128 visible characters; a UUID is good.");
    }

    /** The browser's secret, {@code Chat-Browser}; null without one. */
    String browser() {
        return header("Chat-Browser", SECRET, "is a random secret of 32 to 128 visible characters.");
    }

    private String header(String name, Pattern shape, String rule) {
        String value = request.getHeader(name);
        if (value != null && !shape.matcher(value).matches()) {
            throw ChatException.invalid(name, "The header " + name + " " + rule);
        }
        return value;
    }

    HttpServletRequest request() {
        return request;
    }
}
