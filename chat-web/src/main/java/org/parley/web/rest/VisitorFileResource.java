package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.parley.api.conversation.Conversations;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.api.visitor.Blocks;
import org.parley.api.visitor.Visitor;
import org.parley.api.visitor.Visitors;
import org.parley.web.protocol.Fields;
import org.parley.web.visitor.VisitorWatchers;

/** What staff knows of one visitor, and whether that one may write. */
@Path("visitors/{visitor}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class VisitorFileResource {
    @PathParam("visitor")
    String visitor;

    @Inject
    Visitors visitors;

    @Inject
    Conversations conversations;

    @Inject
    Blocks blocks;

    @Inject
    VisitorWatchers watchers;

    @Inject
    HttpCaller http;

    @Inject
    Clock clock;

    @GET
    public JsonObject file() {
        Caller staff = http.required();
        Visitor known = visitors.find(staff, id());
        return VisitorAnswer.visitor(known, watchers.find(id()), blocks.find(staff, id()));
    }

    /** The pages that a visitor has seen, as far as the site keeps them; newest first. */
    @GET
    @Path("trail")
    public JsonArray trail(@QueryParam("limit") @DefaultValue("200") int limit) {
        Caller caller = http.required();
        JsonArrayBuilder answer = Json.createArrayBuilder();
        visitors.trail(caller, id(), limit).forEach(view -> answer.add(Answer.pageView(view)));
        return answer.build();
    }

    @GET
    @Path("conversations")
    public JsonArray conversations() {
        JsonArrayBuilder answer = Json.createArrayBuilder();
        conversations.ofVisitor(http.required(), id()).forEach(one -> answer.add(VisitorAnswer.conversation(one)));
        return answer.build();
    }

    @PUT
    @Path("block")
    public JsonObject block(Fields body) {
        return VisitorAnswer.block(blocks.block(http.required(), id(), stored -> changed(stored, body)));
    }

    private Blocks.Terms changed(Blocks.Terms stored, Fields body) {
        return body.whole(new Blocks.Terms(
                body.or("minutes", stored.until(), field -> end(body.optionalNumber(field, 1))),
                body.or("reason", stored.reason(), body::optionalText)));
    }

    private Instant end(Long minutes) {
        return minutes == null ? null : clock.instant().plus(Duration.ofMinutes(Math.min(minutes, Integer.MAX_VALUE)));
    }

    @DELETE
    @Path("block")
    public void lift() {
        blocks.lift(http.required(), id());
    }

    private UUID id() {
        try {
            return UUID.fromString(visitor);
        } catch (IllegalArgumentException e) {
            throw ChatException.notFound("visitor");
        }
    }
}
