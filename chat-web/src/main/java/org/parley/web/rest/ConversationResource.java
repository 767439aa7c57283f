package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Conversations;
import org.parley.web.json.Json;

/** Rarely needed parts of a conversation, for staff. */
@Path("conversations/{conversation}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConversationResource {
    @Inject
    Conversations conversations;

    @Inject
    HttpCaller http;

    @GET
    @Path("form")
    public String form(@PathParam("conversation") String conversation) {
        Map<String, String> form =
                conversations.form(http.required(), PathId.of(conversation, ConversationId::of, "conversation"));
        return Json.object(o -> form.forEach(o::put));
    }
}
