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
import java.util.List;
import java.util.Set;
import org.parley.api.error.ChatException;
import org.parley.api.site.BusinessHours;
import org.parley.api.site.Site;
import org.parley.api.site.Sites;
import org.parley.api.site.VisitorPolicy;
import org.parley.web.protocol.Fields;

/** The embedding web sites, for administrators. */
@Path("sites")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SiteResource {
    @Inject
    Sites sites;

    @Inject
    HttpCaller http;

    @GET
    public JsonArray list() {
        JsonArrayBuilder answer = Json.createArrayBuilder();
        sites.list(http.required()).forEach(site -> answer.add(Answer.site(site)));
        return answer.build();
    }

    @PUT
    @Path("{site}")
    public JsonObject save(@PathParam("site") String id, Fields body) {
        List<String> origins = body.optionalTexts("origins");
        Site site = new Site(
                id,
                body.text("name"),
                origins == null ? Set.of() : Set.copyOf(origins),
                body.optionalText("identityKey"),
                policy(body));
        return Answer.site(sites.save(http.required(), site));
    }

    private static VisitorPolicy policy(Fields body) {
        VisitorPolicy.Watching watching = body.optionalConstant("visitors", VisitorPolicy.Watching.class);
        Boolean keepAddress = body.optionalFlag("keepAddress");
        return new VisitorPolicy(
                watching == null ? VisitorPolicy.DEFAULT.watching() : watching,
                keepAddress == null ? VisitorPolicy.DEFAULT.keepAddress() : keepAddress);
    }

    @GET
    @Path("{site}/hours")
    public JsonObject hours(@PathParam("site") String id) {
        BusinessHours hours = sites.hours(http.required(), id).orElse(null);
        return Json.createObjectBuilder()
                .add(HoursJson.FIELD, HoursJson.of(hours))
                .build();
    }

    @PUT
    @Path("{site}/hours")
    public JsonObject saveHours(@PathParam("site") String id, Fields body) {
        if (!body.has(HoursJson.FIELD)) {
            throw ChatException.invalid(HoursJson.FIELD, "The field hours is missing; null means always open.");
        }
        sites.saveHours(http.required(), id, HoursJson.read(body));
        return hours(id);
    }
}
