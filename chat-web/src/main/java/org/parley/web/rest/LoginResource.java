package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.operator.Operator;
import org.parley.api.operator.Operators;
import org.parley.api.security.Accounts;
import org.parley.web.protocol.Fields;
import org.parley.web.security.Identity;
import org.parley.web.security.Origins;
import org.parley.web.security.Tokens;

/** Tokens for the built-in accounts. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {
    @Inject
    Accounts accounts;

    @Inject
    Operators operators;

    @Inject
    Tokens tokens;

    @Inject
    LoginLimiter limiter;

    @Inject
    Origins origins;

    @Inject
    HttpCaller http;

    @POST
    @Path("login")
    public JsonObject login(Fields body) {
        if (!origins.allow(http.request(), null)) {
            throw ChatException.forbidden("This web page may not log in.");
        }
        String username = body.text("username", 64);
        String password = body.text("password", 200);
        limiter.count(username, http.address());
        Operator operator = accounts.authenticate(username, password);
        limiter.giveBack(username, http.address());
        return Answer.token(tokens.forOperator(operator)).build();
    }

    /** A new token for an operator whose own is still good. */
    @POST
    @Path("renew")
    public JsonObject renew() {
        Identity identity = http.identity()
                .orElseThrow(() -> new ChatException(ErrorCode.UNAUTHORIZED, "A token is needed; log in first."));
        if (!identity.isOwn() || identity.site() != null) {
            throw ChatException.forbidden("Only a token of a built-in account can be renewed here.");
        }
        Operator operator = operators
                .find(UUID.fromString(identity.subject()))
                .orElseThrow(() -> new ChatException(ErrorCode.UNAUTHORIZED, "The account is gone."));
        return Answer.token(tokens.forOperator(operator)).build();
    }
}
