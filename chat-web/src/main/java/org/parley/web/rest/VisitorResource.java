package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.parley.api.command.Commands;
import org.parley.api.conversation.ConversationCommand.Adopt;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.api.site.Site;
import org.parley.api.visitor.Visitor;
import org.parley.api.visitor.VisitorId;
import org.parley.api.visitor.Visitors;
import org.parley.web.json.Fields;
import org.parley.web.json.Json;
import org.parley.web.limit.VisitorLimiter;
import org.parley.web.security.IdentityTokens;
import org.parley.web.security.Origins;
import org.parley.web.security.Tokens;
import org.parley.web.site.KnownSites;

/** Tokens for visitors: for new ones, for proven ones, and the next one for a visitor with a valid token. */
@Path("visitors")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class VisitorResource {
    @Inject
    KnownSites sites;

    @Inject
    Visitors visitors;

    @Inject
    Commands commands;

    @Inject
    IdentityTokens identities;

    @Inject
    Origins origins;

    @Inject
    Tokens tokens;

    @Inject
    VisitorLimiter limiter;

    @Inject
    HttpCaller http;

    @Inject
    Clock clock;

    @POST
    public Response enter(Fields body) {
        String siteId = body.text("site", 64);
        Site site = sites.find(siteId).orElseThrow(() -> ChatException.notFound("site"));
        if (!origins.allow(http.request(), siteId)) {
            throw ChatException.forbidden("This web page may not use the chat of that site.");
        }
        Optional<Visitor> returning = returning(site, body);
        Visitor visitor = returning.orElseGet(() -> enterAnonymously(site, body));
        Tokens.Given given = tokens.forVisitor(visitor, returning.isPresent() ? clock.instant() : visitor.created());
        return Response.status(Response.Status.CREATED)
                .entity(Json.object(o -> {
                    Answer.token(o, given);
                    o.put("visitor", visitor.id());
                }))
                .build();
    }

    private Visitor enterAnonymously(Site site, Fields body) {
        limiter.count(http.address());
        return visitors.anonymous(site.id(), attributes(body), http.browser(), http.idempotencyKey());
    }

    /** A visitor whom the site proves, or who brings a valid token. */
    private Optional<Visitor> returning(Site site, Fields body) {
        String identity = body.optionalText("identity");
        if (identity != null) {
            IdentityTokens.Proven proven = identities.verify(site, identity);
            Visitor visitor = visitors.proven(
                    site.id(), proven.subject(), proven.name(), proven.vip(), attributes(body), http.browser());
            // Only the holder of the anonymous visitor's token is that visitor; the identity alone does not prove it.
            visitorOf(site).ifPresent(anonymous -> commands.run(anonymous, new Adopt(visitor.id())));
            return Optional.of(visitor);
        }
        return visitorOf(site).map(Caller::visitorId).flatMap(id -> again(id, body));
    }

    private Optional<Visitor> again(VisitorId visitor, Fields body) {
        if (!body.has("attributes")) {
            return visitors.returning(visitor, null, http.browser());
        }
        limiter.countKnown(visitor);
        return visitors.returning(visitor, attributes(body), http.browser());
    }

    private static Map<String, String> attributes(Fields body) {
        return body.object("attributes").strings();
    }

    private Optional<Caller> visitorOf(Site site) {
        return http.optional()
                .filter(Caller::isVisitor)
                .filter(caller -> site.id().equals(caller.site()));
    }
}
