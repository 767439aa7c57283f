package org.parley.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.parley.it.server.Parley;

/** One poll, as a client without any memory sends it. */
public record PollRequest(Parley parley, String token, String session, int received, int seconds) {

    public static PollRequest first(Parley parley, String token) {
        return new PollRequest(parley, token, null, 0, 0);
    }

    public PollRequest in(String ofSession) {
        return new PollRequest(parley, token, ofSession, received, seconds);
    }

    public PollRequest as(String bearer) {
        return new PollRequest(parley, bearer, session, received, seconds);
    }

    public PollRequest received(int frames) {
        return new PollRequest(parley, token, session, frames, seconds);
    }

    public PollRequest waiting(int longest) {
        return new PollRequest(parley, token, session, received, longest);
    }

    public Http.Answer post(JsonNode... frames) {
        return post(List.of(frames).toString());
    }

    public Http.Answer post(String body) {
        URI address = parley.at("/api/v1/poll" + (seconds == 0 ? "" : "?wait=" + seconds));
        Http http = Http.to(address).bearer(token);
        if (session != null) {
            http.header("Chat-Session", session).header("Chat-Received", Integer.toString(received));
        }
        return http.json("POST", body);
    }
}
