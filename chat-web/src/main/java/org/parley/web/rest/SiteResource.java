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
import java.util.Set;
import org.parley.api.error.ChatException;
import org.parley.api.site.BusinessHours;
import org.parley.api.site.Site;
import org.parley.api.site.Sites;
import org.parley.api.site.VisitorPolicy;
import org.parley.web.page.Embeddings;
import org.parley.web.protocol.Fields;

/** The embedding web sites, for administrators. */
@Path("sites")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SiteResource {
    @Inject
    Sites sites;

    @Inject
    Embeddings embeddings;

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
        return Answer.site(sites.save(http.required(), id, stored -> changed(stored, body)));
    }

    private static Site changed(Site stored, Fields body) {
        Site wanted = new Site(
                stored.id(),
                body.textOr("name", stored.name()),
                body.says("origins") ? Set.copyOf(body.optionalTexts("origins")) : stored.origins(),
                body.or("identityKey", stored.identityKey(), body::optionalText),
                policy(stored.visitors(), body));
        return body.whole(wanted, "id", "provesIdentity");
    }

    private static VisitorPolicy policy(VisitorPolicy stored, Fields body) {
        VisitorPolicy.Watching watching = body.optionalConstant("visitors", VisitorPolicy.Watching.class);
        return new VisitorPolicy(
                watching == null ? stored.watching() : watching,
                body.flagOr("keepAddress", stored.keepAddress()),
                body.flagOr("keepQuery", stored.keepQuery()));
    }

    @GET
    @Path("{site}/embedding")
    public JsonObject embedding(@PathParam("site") String id) {
        Site asked = sites.list(http.required()).stream()
                .filter(site -> site.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ChatException.notFound("site"));
        JsonArrayBuilder seen = Json.createArrayBuilder();
        embeddings
                .seen(asked)
                .forEach((origin, at) -> seen.add(
                        Json.createObjectBuilder().add("origin", origin).add("at", Answer.TIME.format(at))));
        return Json.createObjectBuilder().add("seen", seen).build();
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
        sites.saveHours(http.required(), id, body.whole(HoursJson.read(body)));
        return hours(id);
    }
}
