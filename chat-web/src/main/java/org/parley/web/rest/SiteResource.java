package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.parley.web.json.Fields;
import org.parley.web.json.HoursJson;
import org.parley.web.json.Json;
import org.parley.web.page.Embeddings;

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
    public String list() {
        return Json.list(sites.list(http.required()), Answer::site);
    }

    @PUT
    @Path("{site}")
    public String save(@PathParam("site") String id, Fields body) {
        Site saved = sites.save(http.required(), id, stored -> changed(stored, body));
        return Json.object(o -> Answer.site(o, saved));
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
    public String embedding(@PathParam("site") String id) {
        Site asked = sites.list(http.required()).stream()
                .filter(site -> site.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ChatException.notFound("site"));
        return Json.object(o -> o.withAll(
                "seen",
                embeddings.seen(asked).entrySet(),
                (one, seen) -> one.put("origin", seen.getKey()).put("at", seen.getValue())));
    }

    @GET
    @Path("{site}/hours")
    public String hours(@PathParam("site") String id) {
        BusinessHours hours = sites.hours(http.required(), id).orElse(null);
        return Json.object(o -> HoursJson.write(o, hours));
    }

    @PUT
    @Path("{site}/hours")
    public String saveHours(@PathParam("site") String id, Fields body) {
        if (!body.has(HoursJson.FIELD)) {
            throw ChatException.invalid(HoursJson.FIELD, "The field hours is missing; null means always open.");
        }
        sites.saveHours(http.required(), id, body.whole(HoursJson.read(body)));
        return hours(id);
    }
}
