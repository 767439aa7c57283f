package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.UUID;
import org.parley.api.error.ChatException;
import org.parley.api.operator.Account;
import org.parley.api.operator.Membership;
import org.parley.api.operator.OperatorSettings;
import org.parley.api.operator.Staff;
import org.parley.api.security.Role;
import org.parley.web.protocol.Fields;

/** The operators, their built-in accounts and what they can do, for administrators. */
@Path("operators")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperatorResource {
    @Inject
    Staff staff;

    @Inject
    HttpCaller http;

    @GET
    public JsonArray list() {
        JsonArrayBuilder answer = Json.createArrayBuilder();
        staff.list(http.required()).forEach(member -> answer.add(Answer.staff(member)));
        return answer.build();
    }

    @PUT
    @Path("{username}")
    public JsonObject save(@PathParam("username") String username, Fields body) {
        Account account = new Account(
                username, body.optionalText("name"), body.optionalText("password"), role(body.optionalText("role")));
        return Answer.staff(staff.save(http.required(), account, stored -> changed(stored, body)));
    }

    /** For operators of the identity provider too, whose accounts are not ours. */
    @PUT
    @Path("id/{id}/settings")
    public JsonObject configure(@PathParam("id") String id, Fields body) {
        return Answer.staff(staff.save(http.required(), operatorId(id), stored -> changed(stored, body)));
    }

    @DELETE
    @Path("id/{id}")
    public void delete(@PathParam("id") String id) {
        staff.delete(http.required(), operatorId(id));
    }

    @DELETE
    @Path("id/{id}/sessions")
    public void endSessions(@PathParam("id") String id) {
        staff.endSessions(http.required(), operatorId(id));
    }

    /** What the body does not mention stays as it is. */
    private static OperatorSettings changed(OperatorSettings stored, Fields body) {
        OperatorSettings wanted = new OperatorSettings(
                body.says("enabled") ? body.flagOr("enabled", true) : stored.enabled(),
                body.has("capacity") ? capacity(body) : stored.capacity(),
                body.says("languages") ? body.optionalTexts("languages") : stored.languages(),
                body.says("departments")
                        ? body.objectList("departments").stream()
                                .map(OperatorResource::membership)
                                .toList()
                        : stored.departments());
        return body.whole(wanted, "id", "username", "name", "role", "status", "issuer");
    }

    private static Integer capacity(Fields body) {
        return body.says("capacity") ? Integer.valueOf(body.numberOr("capacity", 0)) : null;
    }

    private static Membership membership(Fields body) {
        UUID department;
        try {
            department = UUID.fromString(body.text("department"));
        } catch (IllegalArgumentException e) {
            throw ChatException.invalid("departments", "A department is named by its id.");
        }
        return new Membership(department, body.numberOr("skill", 1));
    }

    private static UUID operatorId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ChatException.notFound("operator");
        }
    }

    private static Role role(String group) {
        if (group == null) {
            return null;
        }
        return Arrays.stream(Role.values())
                .filter(role -> role.group().equals(group))
                .findFirst()
                .orElseThrow(() ->
                        ChatException.invalid("role", "The role is chat-operator, chat-supervisor or chat-admin."));
    }
}
