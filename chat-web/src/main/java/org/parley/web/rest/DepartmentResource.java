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
import org.parley.api.department.ConfiguredDepartment;
import org.parley.api.department.DepartmentSettings;
import org.parley.api.department.Departments;
import org.parley.web.json.Fields;
import org.parley.web.json.HoursJson;
import org.parley.web.json.Json;

/** The departments of a site, for administrators. Fields that a body leaves out stay as they are. */
@Path("sites/{site}/departments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DepartmentResource {
    @Inject
    Departments departments;

    @Inject
    HttpCaller http;

    @GET
    public String list(@PathParam("site") String site) {
        return Json.list(departments.list(http.required(), site), Answer::department);
    }

    @PUT
    @Path("{key}")
    public String save(@PathParam("site") String site, @PathParam("key") String key, Fields body) {
        ConfiguredDepartment saved = departments.save(http.required(), site, key, stored -> changed(stored, body));
        return Json.object(o -> Answer.department(o, saved));
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
}
