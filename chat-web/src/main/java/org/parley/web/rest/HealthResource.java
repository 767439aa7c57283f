package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.parley.api.site.Health;
import org.parley.api.time.RoundsBook;
import org.parley.web.json.Json;

/** Whether the application is deployed and the database answers. A server may say "ready" when neither is true. */
@Path("health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    @Inject
    Health health;

    @Inject
    RoundsBook book;

    @GET
    public Response look() {
        return health.databaseAnswers()
                ? Response.ok(Json.object(o -> o.put("status", "up").texts("troubled", book.troubled())))
                        .build()
                : Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .entity(Json.object(o -> o.put("status", "down").put("reason", "the database does not answer")))
                        .build();
    }
}
