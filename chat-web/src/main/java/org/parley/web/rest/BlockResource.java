package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.parley.api.visitor.Blocks;
import org.parley.web.json.Json;

/** The blocks in force, for supervisors. */
@Path("blocks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BlockResource {
    @Inject
    Blocks blocks;

    @Inject
    HttpCaller http;

    @GET
    public String list() {
        return Json.list(blocks.list(http.required()), VisitorAnswer::block);
    }
}
