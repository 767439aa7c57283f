package org.parley.web.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.parley.web.json.BodyText;
import org.parley.web.json.Fields;
import org.parley.web.json.Json;
import org.parley.web.limit.VisitorLimiter;
import org.parley.web.protocol.Problem;
import org.parley.web.security.Callers;
import org.parley.web.security.IdentityTokens;
import org.parley.web.security.Origins;
import org.parley.web.security.Tokens;
import org.parley.web.site.KnownSites;

/**
 * Tokens for visitors: for new ones, for proven ones, and the next one for a visitor with a valid token. A servlet,
 * because every visitor comes here, and Jakarta REST costs more than all else that is done (ADR-0032).
 */
@WebServlet(urlPatterns = "/api/v1/visitors", asyncSupported = true)
public class VisitorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient KnownSites sites;

    @Inject
    transient Visitors visitors;

    @Inject
    transient Commands commands;

    @Inject
    transient IdentityTokens identities;

    @Inject
    transient Origins origins;

    @Inject
    transient Tokens tokens;

    @Inject
    transient Callers callers;

    @Inject
    transient VisitorLimiter limiter;

    @Inject
    transient HttpCaller http;

    @Inject
    transient Clock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        http.comesBy(request);
        try {
            String answer = enter(
                    request,
                    Fields.parseWhole(BodyText.of(request.getInputStream().readAllBytes())));
            response.setStatus(HttpServletResponse.SC_CREATED);
            response.setContentType("application/json");
            response.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            Problem.send(response, ErrorMapper.refusal(e));
        }
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader("Allow", "OPTIONS, POST");
    }

    private String enter(HttpServletRequest request, Fields body) {
        String siteId = body.text("site", 64);
        Site site = sites.find(siteId).orElseThrow(() -> ChatException.notFound("site"));
        if (!origins.allow(request, siteId)) {
            throw ChatException.forbidden("This web page may not use the chat of that site.");
        }
        Optional<Visitor> returning = returning(site, body);
        Visitor visitor = returning.orElseGet(() -> enterAnonymously(site, body));
        callers.expect(visitor);
        Tokens.Given given = tokens.forVisitor(visitor, returning.isPresent() ? clock.instant() : visitor.created());
        return Json.object(o -> {
            Answer.token(o, given);
            o.put("visitor", visitor.id());
        });
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
