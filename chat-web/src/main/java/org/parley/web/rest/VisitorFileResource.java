package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.util.Optional;
import org.parley.api.conversation.Conversations;
import org.parley.api.security.Caller;
import org.parley.api.visitor.Block;
import org.parley.api.visitor.Blocks;
import org.parley.api.visitor.LiveVisitor;
import org.parley.api.visitor.Visitor;
import org.parley.api.visitor.VisitorId;
import org.parley.api.visitor.Visitors;
import org.parley.web.json.Fields;
import org.parley.web.json.Json;
import org.parley.web.visitor.VisitorWatchers;

/** One visitor's file for staff, and their block. */
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
    public String file() {
        Caller staff = http.required();
        Visitor known = visitors.find(staff, id());
        Optional<LiveVisitor> live = watchers.find(id());
        Optional<Block> block = blocks.find(staff, id());
        return Json.object(o -> VisitorAnswer.visitor(o, known, live, block));
    }

    /** The kept pages of a visitor, newest first. */
    @GET
    @Path("trail")
    public String trail(@QueryParam("limit") @DefaultValue("200") int limit) {
        return Json.list(visitors.trail(http.required(), id(), limit), Answer::pageView);
    }

    @GET
    @Path("conversations")
    public String conversations() {
        return Json.list(conversations.ofVisitor(http.required(), id()), VisitorAnswer::conversation);
    }

    @PUT
    @Path("block")
    public String block(Fields body) {
        Block block = blocks.block(http.required(), id(), stored -> changed(stored, body));
        return Json.object(o -> VisitorAnswer.block(o, block));
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

    private VisitorId id() {
        return PathId.of(visitor, VisitorId::of, "visitor");
    }
}
