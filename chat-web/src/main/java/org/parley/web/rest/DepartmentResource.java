package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.parley.api.operator.ConfiguredDepartment;
import org.parley.api.operator.DepartmentSettings;
import org.parley.api.operator.Departments;
import org.parley.web.protocol.Fields;

/** The departments of a site, for administrators. What a body does not mention stays as it is. */
@Path("sites/{site}/departments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DepartmentResource {
    @Inject
    Departments departments;

    @Inject
    HttpCaller http;

    @GET
    public JsonArray list(@PathParam("site") String site) {
        JsonArrayBuilder answer = Json.createArrayBuilder();
        departments.list(http.required(), site).forEach(department -> answer.add(answer(department)));
        return answer.build();
    }

    @PUT
    @Path("{key}")
    public JsonObject save(@PathParam("site") String site, @PathParam("key") String key, Fields body) {
        return answer(departments.save(http.required(), site, key, stored -> changed(stored, body)));
    }

    @DELETE
    @Path("{key}")
    public void delete(@PathParam("site") String site, @PathParam("key") String key) {
        departments.delete(http.required(), site, key);
    }

    private static DepartmentSettings changed(DepartmentSettings stored, Fields body) {
        DepartmentSettings wanted = new DepartmentSettings(
                body.textOr("name", stored.name()),
                body.flagOr("enabled", stored.enabled()),
                body.textOr("strategy", stored.strategy()),
                body.numberOr("offerSeconds", stored.offerSeconds()),
                body.flagOr("preferLast", stored.preferLast()),
                body.or("fallback", stored.fallback(), body::optionalText),
                body.has(HoursJson.FIELD) ? HoursJson.read(body) : stored.hours(),
                body.flagOr("mayWait", stored.mayWait()),
                body.numberOr("idleWarnMinutes", stored.idleWarnMinutes()),
                body.numberOr("idleCloseMinutes", stored.idleCloseMinutes()),
                body.numberOr("returnSeconds", stored.returnSeconds()));
        return body.whole(wanted, "id", "site", "key");
    }

    private static JsonObject answer(ConfiguredDepartment configured) {
        DepartmentSettings settings = configured.settings();
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("id", configured.department().id().toString())
                .add("site", configured.department().site())
                .add("key", configured.department().key())
                .add("name", settings.name())
                .add("enabled", settings.enabled())
                .add("strategy", settings.strategy())
                .add("offerSeconds", settings.offerSeconds())
                .add("preferLast", settings.preferLast())
                .add("fallback", settings.fallback() == null ? JsonValue.NULL : Json.createValue(settings.fallback()))
                .add(HoursJson.FIELD, HoursJson.of(settings.hours()))
                .add("mayWait", settings.mayWait())
                .add("idleWarnMinutes", settings.idleWarnMinutes())
                .add("idleCloseMinutes", settings.idleCloseMinutes())
                .add("returnSeconds", settings.returnSeconds());
        return answer.build();
    }
}
