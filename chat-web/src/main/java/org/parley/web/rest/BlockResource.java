package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.parley.api.visitor.Blocks;

/** Who may not write, for supervisors. */
@Path("blocks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BlockResource {
    @Inject
    Blocks blocks;

    @Inject
    HttpCaller http;

    @GET
    public JsonArray list() {
        JsonArrayBuilder answer = Json.createArrayBuilder();
        blocks.list(http.required()).forEach(block -> answer.add(VisitorAnswer.block(block)));
        return answer.build();
    }
}
