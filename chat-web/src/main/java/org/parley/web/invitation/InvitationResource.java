package org.parley.web.invitation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.parley.api.error.ChatException;
import org.parley.api.invitation.Invitations;
import org.parley.web.json.Json;
import org.parley.web.rest.HttpCaller;

/** The outcomes of a site's invitations, for staff. */
@Path("invitations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvitationResource {
    private static final int USUAL_DAYS = 30;

    @Inject
    Invitations invitations;

    @Inject
    HttpCaller http;

    @Inject
    Clock clock;

    @GET
    public String count(@QueryParam("site") String site, @QueryParam("from") String from, @QueryParam("to") String to) {
        if (site == null) {
            throw ChatException.invalid("site", "The field site is missing.");
        }
        LocalDate last = day("to", to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        LocalDate first = day("from", from, last.minusDays(USUAL_DAYS));
        return Json.list(invitations.counts(http.required(), site, first, last), InvitationAnswer::count);
    }

    private static LocalDate day(String field, String text, LocalDate usual) {
        try {
            return text == null ? usual : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ChatException.invalid(field, "Days look like 2026-11-25.");
        }
    }
}
