package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.parley.api.error.ChatException;
import org.parley.api.invitation.InvitationRule;
import org.parley.api.invitation.InvitationRule.Conditions;
import org.parley.api.invitation.InvitationRuleBook;
import org.parley.web.protocol.Fields;

/** The rules that invite a site's visitors, for administrators. */
@Path("sites/{site}/invitation-rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvitationRuleResource {
    private static final int MOST = 1_000_000;

    @Inject
    InvitationRuleBook book;

    @Inject
    HttpCaller http;

    @PathParam("site")
    String site;

    @GET
    public JsonArray list() {
        JsonArrayBuilder answer = Json.createArrayBuilder();
        book.list(http.required(), site).forEach(rule -> answer.add(InvitationAnswer.rule(rule)));
        return answer.build();
    }

    @POST
    public Response make(Fields body) {
        InvitationRule made = book.save(http.required(), rule(null, body));
        return Response.status(Response.Status.CREATED)
                .entity(InvitationAnswer.rule(made))
                .build();
    }

    @PUT
    @Path("{rule}")
    public JsonObject change(@PathParam("rule") String rule, Fields body) {
        return InvitationAnswer.rule(book.save(http.required(), rule(id(rule), body)));
    }

    @DELETE
    @Path("{rule}")
    public void delete(@PathParam("rule") String rule) {
        book.delete(http.required(), site, id(rule));
    }

    private InvitationRule rule(UUID id, Fields body) {
        Boolean enabled = body.optionalFlag("enabled");
        Integer rank = number(body, "rank");
        return new InvitationRule(
                id,
                site,
                body.text("name"),
                enabled == null || enabled,
                rank == null ? 0 : rank,
                body.optionalText("department"),
                conditions(body.object("when")),
                body.object("texts").strings());
    }

    private static Conditions conditions(Fields when) {
        return new Conditions(
                when.optionalText("page"),
                number(when, "seconds"),
                number(when, "pages"),
                when.optionalFlag("returning"),
                when.optionalText("attribute"),
                when.optionalText("value"),
                when.optionalText("from"),
                when.optionalText("to"));
    }

    private static Integer number(Fields fields, String name) {
        Long number = fields.optionalNumber(name, 0);
        return number == null ? null : (int) Math.min(number, MOST);
    }

    private static UUID id(String rule) {
        try {
            return UUID.fromString(rule);
        } catch (IllegalArgumentException e) {
            throw ChatException.notFound("rule");
        }
    }
}
