package org.parley.web.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.parley.api.conversation.Conversation;
import org.parley.api.routing.Supervision;
import org.parley.web.json.Json;
import org.parley.web.rest.HttpCaller;

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
        return Json.list(supervision.conversations(http.required()), BoardResource::line);
    }

    /** A line in the list of the open conversations. */
    private static void line(Json o, Conversation conversation) {
        o.put("id", conversation.id())
                .put("site", conversation.site())
                .put("status", conversation.status().wire())
                .with(
                        "department",
                        department -> department
                                .put("id", conversation.department())
                                .put("name", conversation.departmentName()))
                .put("visitor", conversation.visitor())
                .put("opened", conversation.opened());
        if (conversation.owner() != null) {
            o.put("owner", conversation.owner());
        }
    }
}
