package org.parley.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.parley.api.site.Health;

/** Whether the application is deployed and the database answers. A server may say "ready" when neither is true. */
@Path("health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    @Inject
    Health health;

    @GET
    public Response look() {
        return health.databaseAnswers()
                ? Response.ok("{\"status\":\"up\"}").build()
                : Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .entity("{\"status\":\"down\",\"reason\":\"the database does not answer\"}")
                        .build();
    }
}
