package org.parley.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.parley.it.server.Parley;

/**
 * A device that comes by long polling. One poll waits all the time, in a thread of its own; what is sent goes at once, in
 * polls that do not wait.
 */
public final class PollSession extends Device {

    private static final int WAIT = 20;
    private static final int ABNORMAL = 1006;

    private final Object turn = new Object();
    private final PollRequest request;
    private volatile String session;
    private int received;

    private PollSession(PollRequest request) {
        this.request = request;
    }

    /** Nothing is sent before the first frame. */
    public static PollSession of(Parley parley, String token) {
        return new PollSession(PollRequest.first(parley, token));
    }

    /** The session of {@code welcome}; null before. */
    public String session() {
        return session;
    }

    @Override
    public PollSession send(JsonNode frame) {
        return send(List.of(frame));
    }

    /** Several frames in one body. The first one of a session is {@code hello}. */
    public PollSession send(List<JsonNode> frames) {
        String body = frames.toString();
        synchronized (turn) {
            // An overtaken poll is refused, and its frames go again.
            while (isOpen() && poll(body, session == null ? WAIT : 0) == Outcome.OVERTAKEN) {
                Thread.onSpinWait();
            }
            if (session == null) {
                begin();
            }
        }
        return this;
    }

    private void begin() {
        frames("welcome").stream().findFirst().ifPresent(welcome -> {
            session = welcome.path("session").asText();
            Thread listener = new Thread(this::listen, "poll " + session);
            listener.setDaemon(true);
            listener.start();
        });
    }

    private void listen() {
        while (isOpen()) {
            try {
                poll("[]", WAIT);
            } catch (IllegalStateException lineIsBroken) {
                end(ABNORMAL);
            }
        }
    }

    private enum Outcome {
        TAKEN,
        OVERTAKEN
    }

    private Outcome poll(String body, int wait) {
        int before;
        synchronized (request) {
            before = received;
        }
        Http.Answer answer = request.in(session).received(before).waiting(wait).post(body);
        if (answer.status() == 404) {
            end(ABNORMAL);
            return Outcome.TAKEN;
        }
        synchronized (request) {
            if (answer.status() == 400
                    && before < received
                    && answer.body().path("field").asText().equals("Chat-Received")) {
                return Outcome.OVERTAKEN;
            }
            take(answer.expect(200), before);
        }
        return Outcome.TAKEN;
    }

    /** Of two answers that overlap, each frame counts once. */
    private void take(JsonNode frames, int before) {
        for (int i = received - before; i < frames.size(); i++) {
            JsonNode frame = frames.get(i);
            received++;
            hear(frame);
            if (frame.path("type").asText().equals("bye")) {
                end(frame.path("code").asInt());
            }
        }
    }

    /** How many frames have come. */
    public int received() {
        synchronized (request) {
            return received;
        }
    }

    @Override
    public void close() {
        end(ABNORMAL);
    }
}
