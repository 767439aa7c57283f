package org.parley.web.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.parley.api.site.Health;
import org.parley.api.time.RoundsBook;
import org.parley.web.json.Json;

/**
 * Whether the application is deployed and the database answers. A server may say "ready" when neither is true. A
 * servlet, because load balancers ask again and again (ADR-0032).
 */
@WebServlet(urlPatterns = "/api/v1/health", asyncSupported = true)
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Health health;

    @Inject
    transient RoundsBook book;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up = health.databaseAnswers();
        String answer = Json.object(up ? this::up : HealthServlet::down);
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
    }

    private void up(Json o) {
        o.put("status", "up").texts("troubled", book.troubled());
    }

    private static void down(Json o) {
        o.put("status", "down").put("reason", "the database does not answer");
    }
}
