package org.parley.web.poll;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.web.body.Bodies;
import org.parley.web.connection.Admission;
import org.parley.web.gateway.Gateway;
import org.parley.web.json.BodyText;
import org.parley.web.limit.ClientAddress;
import org.parley.web.limit.ClientAddresses;
import org.parley.web.page.Query;
import org.parley.web.protocol.Fault;
import org.parley.web.protocol.FrameArray;
import org.parley.web.protocol.Problem;
import org.parley.web.security.Agent;
import org.parley.web.security.Arrival;
import org.parley.web.security.Arrivals;
import org.parley.web.security.Identity;
import org.parley.web.security.TokenMechanism;

/**
 * Long polling, for networks that let no WebSocket through: the same frames for the same handlers. It is a servlet
 * because a REST resource can no longer answer when the server stops, and a waiting client has to hear of that.
 */
@WebServlet(urlPatterns = "/api/v1/poll", asyncSupported = true)
public class PollServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(PollServlet.class.getName());

    @Inject
    transient PollSessions sessions;

    @Inject
    transient Gateway gateway;

    @Inject
    transient Admission admission;

    @Inject
    transient Arrivals arrivals;

    @Inject
    transient ClientAddresses addresses;

    @Inject
    transient Bodies bodies;

    @Inject
    @ConfigProperty(name = "parley.poll.body")
    int bodyLimit;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            poll(request);
        } catch (ChatException e) {
            Problem.send(response, e);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A poll failed", e);
            Problem.send(response, Fault.of(e));
        }
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Allow", "OPTIONS, POST");
    }

    /** No thread waits for the body or for frames: rights are checked before, and the container keeps the request. */
    private void poll(HttpServletRequest request) throws IOException {
        String id = request.getHeader(PollHeaders.SESSION);
        long asked = PollHeaders.wait(Query.value(request, PollHeaders.WAIT));
        // The first answer names the session, so the poll waits for it.
        long seconds = id == null ? PollHeaders.LONGEST_WAIT : asked;
        long received = PollHeaders.received(request.getHeader(PollHeaders.RECEIVED));
        Function<List<String>, PollSession> entrance = id == null ? newcomer(request, received) : known(request, id);
        byte[] arrived = bodies.arrived(request, bodyLimit);
        AsyncPoll poll =
                new AsyncPoll(request.startAsync(), seconds, arrived == null ? bodies.patience() : Duration.ZERO);
        Consumer<byte[]> reader = body -> poll.refusing(() -> {
            List<String> frames = FrameArray.read(BodyText.of(body));
            PollSession session = entrance.apply(frames);
            long turn = session.transport().arrive(received);
            sessions.polled(session);
            frames.forEach(frame -> receive(session, frame));
            poll.whenAnswered(() -> sessions.polled(session));
            poll.whenLate(() -> session.transport().timeUp(poll));
            session.transport().await(poll, turn, seconds > 0);
        });
        if (arrived == null) {
            bodies.read(request, poll.request(), bodyLimit, reader);
        } else {
            reader.accept(arrived);
        }
    }

    private Function<List<String>, PollSession> known(HttpServletRequest request, String id) {
        PollSession session = sessions.find(id, identity(request));
        return frames -> session;
    }

    private Function<List<String>, PollSession> newcomer(HttpServletRequest request, long received) {
        if (received > 0) {
            throw ChatException.invalid(PollHeaders.RECEIVED, "Nothing was sent before a session begins.");
        }
        Identity identity = identity(request);
        ClientAddress address = addresses.of(request);
        admission.admit(identity, address);
        Arrival arrival = arrivals.of(
                identity,
                request::isUserInRole,
                Agent.of(request.getHeader("User-Agent"), request.getHeader("Accept-Language"), address.text()));
        if (arrival.caller() == null) {
            throw new ChatException(ErrorCode.UNAUTHORIZED, "The token's owner is gone; get a new one.");
        }
        return frames -> {
            if (frames.isEmpty()) {
                throw new ChatException(ErrorCode.PROTOCOL, "The first frame of a session is hello.");
            }
            return sessions.open(arrival);
        };
    }

    private void receive(PollSession session, String frame) {
        if (frame.getBytes(StandardCharsets.UTF_8).length > gateway.frameLimit()) {
            gateway.tooLong(session.connection());
        } else {
            gateway.receive(session.connection(), frame);
        }
    }

    private static Identity identity(HttpServletRequest request) {
        return (Identity) request.getAttribute(TokenMechanism.IDENTITY);
    }
}
