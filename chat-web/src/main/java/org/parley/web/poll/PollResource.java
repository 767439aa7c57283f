package org.parley.web.poll;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.web.command.Gateway;
import org.parley.web.connection.Admission;
import org.parley.web.protocol.BodyText;
import org.parley.web.protocol.FrameArray;
import org.parley.web.security.Arrival;
import org.parley.web.security.Arrivals;
import org.parley.web.security.Identity;
import org.parley.web.security.TokenMechanism;

/** Long polling, for networks that let no WebSocket through: the same frames to the same handlers. */
@Path("poll")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PollResource {
    @Inject
    PollSessions sessions;

    @Inject
    Gateway gateway;

    @Inject
    Admission admission;

    @Inject
    Arrivals arrivals;

    @Inject
    HttpServletRequest request;

    @Inject
    @ConfigProperty(name = "parley.poll.body")
    int bodyLimit;

    /** No thread waits for frames: the container keeps the request until {@link PollWire} or time answers it. */
    @POST
    public void poll(
            @Suspended AsyncResponse response,
            @QueryParam(PollHeaders.WAIT) String wait,
            @HeaderParam(PollHeaders.SESSION) String id,
            @HeaderParam(PollHeaders.RECEIVED) String received,
            InputStream body)
            throws IOException {
        long asked = PollHeaders.wait(wait);
        // The first answer names the session, so it waits for that.
        long seconds = id == null ? PollHeaders.LONGEST_WAIT : asked;
        long count = PollHeaders.received(received);
        List<String> frames = FrameArray.read(BodyText.read(body, bodyLimit));
        PollSession session = id == null ? open(frames, count) : sessions.find(id, identity());
        session.wire().confirm(count);
        long turn = session.wire().arrive();
        sessions.polled(session);
        frames.forEach(frame -> receive(session, frame));
        await(session, turn, response, seconds);
    }

    private PollSession open(List<String> frames, long received) {
        if (received > 0) {
            throw ChatException.invalid(PollHeaders.RECEIVED, "Nothing was sent before a session begins.");
        }
        if (frames.isEmpty()) {
            throw new ChatException(ErrorCode.PROTOCOL, "The first frame of a session is hello.");
        }
        admission.admit(identity().principalName(), request.getRemoteAddr());
        Arrival arrival = arrivals.of(identity(), request::isUserInRole);
        if (arrival.caller() == null) {
            throw new ChatException(ErrorCode.UNAUTHORIZED, "The token's owner is gone; get a new one.");
        }
        return sessions.open(arrival);
    }

    private void receive(PollSession session, String frame) {
        if (frame.getBytes(StandardCharsets.UTF_8).length > gateway.frameLimit()) {
            gateway.tooLong(session.connection());
        } else {
            gateway.receive(session.connection(), frame);
        }
    }

    private void await(PollSession session, long turn, AsyncResponse response, long seconds) {
        Poll poll = frames -> {
            response.resume(FrameArray.write(frames));
            sessions.polled(session);
        };
        if (seconds > 0) {
            response.setTimeout(seconds, TimeUnit.SECONDS);
            response.setTimeoutHandler(late -> session.wire().timeUp(poll));
        }
        session.wire().await(poll, turn, seconds > 0);
    }

    private Identity identity() {
        return (Identity) request.getAttribute(TokenMechanism.IDENTITY);
    }
}
