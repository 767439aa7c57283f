package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionException;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Accounts;
import org.parley.api.security.Sessions;
import org.parley.api.security.Standing;
import org.parley.web.json.Fields;
import org.parley.web.json.Json;
import org.parley.web.security.Identity;
import org.parley.web.security.Origins;
import org.parley.web.security.SessionCheck;
import org.parley.web.security.Tokens;

/** Tokens for the built-in accounts. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {
    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    SessionCheck check;

    @Inject
    Tokens tokens;

    @Inject
    LoginLimiter limiter;

    @Inject
    LoginQueue queue;

    @Inject
    Origins origins;

    @Inject
    HttpCaller http;

    @POST
    @Path("login")
    public String login(Fields body) {
        if (!origins.allow(http.request(), null)) {
            throw ChatException.forbidden("This web page may not log in.");
        }
        String username = body.text("username", 64);
        String password = body.text("password", 200);
        String address = http.address();
        boolean isKnown = accounts.knows(username, address);
        limiter.count(username, address, isKnown);
        Standing standing = authenticate(username, password, address, isKnown);
        limiter.giveBack(username, address, isKnown);
        accounts.signedIn(username, address);
        return answer(tokens.signIn(standing));
    }

    /** Checks the password when its turn comes; few may wait, two of an address. */
    private Standing authenticate(String username, String password, String address, boolean isKnown) {
        try {
            return queue.authenticate(username, password, address, isKnown)
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ChatException refusal) {
                throw unlooked(refusal, username, address, isKnown);
            }
            throw e;
        } catch (ChatException full) {
            throw unlooked(full, username, address, isKnown);
        }
    }

    /** Takes an unchecked try back. */
    private ChatException unlooked(ChatException refusal, String username, String address, boolean isKnown) {
        if (refusal.code() == ErrorCode.UNAVAILABLE) {
            limiter.giveBack(username, address, isKnown);
        }
        return refusal;
    }

    /** A new token for an operator with a valid one. */
    @POST
    @Path("renew")
    public String renew() {
        Identity identity = staff();
        if (!identity.isOwn()) {
            throw ChatException.forbidden("Only a token of a built-in account can be renewed here.");
        }
        return answer(tokens.renew(check.check(identity).orElseThrow(LoginResource::needed)));
    }

    private static String answer(Tokens.Given given) {
        return Json.object(o -> Answer.token(o, given));
    }

    /** Ends the session of the token, and no other session of the person. */
    @POST
    @Path("logout")
    public void logout() {
        Identity identity = staff();
        sessions.end(identity.session().id(), tokens.end(identity));
    }

    private Identity staff() {
        Identity identity = http.identity().orElseThrow(LoginResource::needed);
        if (identity.session() == null) {
            throw ChatException.forbidden("Only those at the desk have a session.");
        }
        return identity;
    }

    private static ChatException needed() {
        return new ChatException(ErrorCode.UNAUTHORIZED, "A token is needed; log in first.");
    }
}
