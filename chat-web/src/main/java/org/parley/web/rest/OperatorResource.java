package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.parley.api.error.ChatException;
import org.parley.api.operator.Account;
import org.parley.api.operator.Operators;
import org.parley.api.security.Role;
import org.parley.web.protocol.Fields;

/** The operators and their built-in accounts, for administrators. */
@Path("operators")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperatorResource {
    @Inject
    Operators operators;

    @Inject
    HttpCaller http;

    @GET
    public JsonArray list() {
        JsonArrayBuilder answer = Json.createArrayBuilder();
        operators.list(http.required()).forEach(operator -> answer.add(Answer.operator(operator)));
        return answer.build();
    }

    @PUT
    @Path("{username}")
    public JsonObject save(@PathParam("username") String username, Fields body) {
        Account account =
                new Account(username, body.text("name"), body.optionalText("password"), role(body.text("role")));
        return Answer.operator(operators.save(http.required(), account));
    }

    private static Role role(String group) {
        return Arrays.stream(Role.values())
                .filter(role -> role.group().equals(group))
                .findFirst()
                .orElseThrow(() ->
                        ChatException.invalid("role", "The role is chat-operator, chat-supervisor or chat-admin."));
    }
}
