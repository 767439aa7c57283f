package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Caller;
import org.parley.web.security.Callers;
import org.parley.web.security.Identity;
import org.parley.web.security.TokenMechanism;

/** Who sent this request. */
@RequestScoped
public class HttpCaller {
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

    HttpServletRequest request() {
        return request;
    }
}
