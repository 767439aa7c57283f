package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.parley.api.conversation.Conversations;
import org.parley.api.error.ChatException;

/** What staff seldom asks of a conversation. */
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
    public JsonObject form(@PathParam("conversation") String conversation) {
        JsonObjectBuilder answer = Json.createObjectBuilder();
        conversations.form(http.required(), id(conversation)).forEach(answer::add);
        return answer.build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ChatException.notFound("conversation");
        }
    }
}
