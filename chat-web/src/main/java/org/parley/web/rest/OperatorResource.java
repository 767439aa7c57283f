package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.parley.api.department.DepartmentId;
import org.parley.api.department.Membership;
import org.parley.api.error.ChatException;
import org.parley.api.operator.Account;
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.OperatorSettings;
import org.parley.api.operator.Staff;
import org.parley.api.operator.StaffMember;
import org.parley.api.security.Role;
import org.parley.web.json.Fields;
import org.parley.web.json.Json;

/** Operators, their built-in accounts and settings, for administrators. */
@Path("operators")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperatorResource {
    @Inject
    Staff staff;

    @Inject
    HttpCaller http;

    @GET
    public String list() {
        return Json.list(staff.list(http.required()), Answer::staff);
    }

    @PUT
    @Path("{username}")
    public String save(@PathParam("username") String username, Fields body) {
        Account account = new Account(
                username, body.optionalText("name"), body.optionalText("password"), role(body.optionalText("role")));
        StaffMember saved = staff.save(http.required(), account, stored -> changed(stored, body));
        return Json.object(o -> Answer.staff(o, saved));
    }

    /** For operators of the identity provider too. */
    @PUT
    @Path("id/{id}/settings")
    public String configure(@PathParam("id") String id, Fields body) {
        StaffMember saved =
                staff.save(http.required(), PathId.of(id, OperatorId::of, "operator"), stored -> changed(stored, body));
        return Json.object(o -> Answer.staff(o, saved));
    }

    @DELETE
    @Path("id/{id}")
    public void delete(@PathParam("id") String id) {
        staff.delete(http.required(), PathId.of(id, OperatorId::of, "operator"));
    }

    @DELETE
    @Path("id/{id}/sessions")
    public void endSessions(@PathParam("id") String id) {
        staff.endSessions(http.required(), PathId.of(id, OperatorId::of, "operator"));
    }

    /** The settings; fields that the body leaves out stay as they are. */
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
        DepartmentId department;
        try {
            department = DepartmentId.of(body.text("department"));
        } catch (IllegalArgumentException e) {
            throw ChatException.invalid("departments", "A department is named by its id.");
        }
        return new Membership(department, body.numberOr("skill", 1));
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
