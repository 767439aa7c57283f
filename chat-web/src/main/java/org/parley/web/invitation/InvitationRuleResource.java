package org.parley.web.invitation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.parley.api.invitation.InvitationRule;
import org.parley.api.invitation.InvitationRule.Conditions;
import org.parley.api.invitation.InvitationRuleBook;
import org.parley.web.json.Fields;
import org.parley.web.json.Json;
import org.parley.web.rest.HttpCaller;
import org.parley.web.rest.PathId;

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
    public String list() {
        return Json.list(book.list(http.required(), site), InvitationAnswer::rule);
    }

    @POST
    public Response make(Fields body) {
        InvitationRule made = book.save(http.required(), site, null, stored -> changed(stored, body));
        return Response.status(Response.Status.CREATED)
                .entity(Json.object(o -> InvitationAnswer.rule(o, made)))
                .build();
    }

    @PUT
    @Path("{rule}")
    public String change(@PathParam("rule") String rule, Fields body) {
        InvitationRule changed = book.save(
                http.required(), site, PathId.of(rule, UUID::fromString, "rule"), stored -> changed(stored, body));
        return Json.object(o -> InvitationAnswer.rule(o, changed));
    }

    @DELETE
    @Path("{rule}")
    public void delete(@PathParam("rule") String rule) {
        book.delete(http.required(), site, PathId.of(rule, UUID::fromString, "rule"));
    }

    private static InvitationRule changed(InvitationRule stored, Fields body) {
        Integer rank = number(body, "rank");
        String department = body.optionalText("department");
        InvitationRule wanted = new InvitationRule(
                stored.id(),
                stored.site(),
                body.textOr("name", stored.name()),
                body.flagOr("enabled", stored.enabled()),
                rank == null ? stored.rank() : rank,
                department == null ? stored.department() : department,
                body.or("when", stored.when(), field -> conditions(body.object(field))),
                body.or("texts", stored.texts(), field -> body.object(field).strings()));
        return body.whole(wanted, "id");
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
}
