package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Caller;
import org.parley.web.security.Callers;
import org.parley.web.security.Identity;
import org.parley.web.security.TokenMechanism;

/** Who sent this request. */
@RequestScoped
public class HttpCaller {
    private static final Pattern KEY = Pattern.compile("[!-~]{8,128}");

    @Inject
    HttpServletRequest request;

    @Inject
    Callers callers;

    /** The verified token's identity; empty without a token. */
    Optional<Identity> identity() {
        return Optional.ofNullable((Identity) request.getAttribute(TokenMechanism.IDENTITY));
    }

    Optional<Caller> optional() {
        return identity().flatMap(identity -> callers.find(identity, request::isUserInRole));
    }

    /** @throws ChatException UNAUTHORIZED without a token of somebody who exists */
    Caller required() {
        return optional()
                .orElseThrow(() -> new ChatException(ErrorCode.UNAUTHORIZED, "A token is needed; log in first."));
    }

    /** For rate limits: the address that the container sees. */
    String address() {
        return request.getRemoteAddr();
    }

    /**
     * The request's own key, by which its repeat is known; null without one. Guessing another's key would give that
     * one's answer, so a short {@code Idempotency-Key} is refused; a short {@code X-Request-ID}, which proxies set as they
     * like, does not count.
     */
    String idempotencyKey() {
        String key = request.getHeader("Idempotency-Key");
        if (key != null) {
            if (!KEY.matcher(key).matches()) {
                throw ChatException.invalid(
                        "Idempotency-Key", "An Idempotency-Key has 8 to 128 visible characters; a UUID is good.");
            }
            return key;
        }
        String alias = request.getHeader("X-Request-ID");
        return alias != null && KEY.matcher(alias).matches() ? alias : null;
    }

    HttpServletRequest request() {
        return request;
    }
}
