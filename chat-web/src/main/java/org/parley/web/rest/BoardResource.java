package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.parley.api.routing.Supervision;
import org.parley.web.json.Json;
import org.parley.web.protocol.BoardFrame;

/** How the desk stands, for supervisors. */
@Path("board")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BoardResource {
    @Inject
    Supervision supervision;

    @Inject
    HttpCaller http;

    @GET
    public String board() {
        return BoardFrame.document(supervision.board(http.required()));
    }

    @GET
    @Path("conversations")
    public String conversations() {
        return Json.list(supervision.conversations(http.required()), Answer::openConversation);
    }
}
