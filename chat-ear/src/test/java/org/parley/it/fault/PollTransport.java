package org.parley.it.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.it.client.Json;

/**
 * Frames over HTTP long polling. A poll whose answer was lost is repeated with the same frames, and the number of frames
 * received tells the server which of its own to give again.
 */
final class PollTransport implements Transport {

    private static final int WAIT = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(9);
    private static final int MOST_AT_ONCE = 3;
    private static final int MOST_FAILURES = 4;
    private static final int PAUSE = 200;
    private static final int ABNORMAL = 1006;
    private static final int BAD_TOKEN = 4401;

    private final HttpClient client;
    private final URI address;
    private final String token;
    private final Listener listener;
    // One thread does all of it; so nothing here is locked.
    private final ScheduledExecutorService thread;
    private List<JsonNode> unsent = new ArrayList<>();
    private String session;
    private int received;
    private int underWay;
    private int failures;
    private volatile boolean over;

    private PollTransport(
            HttpClient client, URI address, ScheduledExecutorService thread, String token, Listener listener) {
        this.client = client;
        this.address = address;
        this.thread = thread;
        this.token = token;
        this.listener = listener;
    }

    /** @param thread has one thread, which calls the listeners of all */
    static Opener to(HttpClient client, URI address, ScheduledExecutorService thread) {
        return (token, listener) -> {
            PollTransport transport = new PollTransport(client, address, thread, token, listener);
            thread.execute(listener::opened);
            return transport;
        };
    }

    @Override
    public void send(JsonNode frame) {
        thread.execute(() -> {
            unsent.add(frame);
            // The first poll is alone: it brings the session.
            if (session != null && underWay < MOST_AT_ONCE || underWay == 0) {
                poll();
            }
        });
    }

    @Override
    public void abandon() {
        over = true;
    }

    private void poll() {
        if (over) {
            return;
        }
        List<JsonNode> sent = unsent;
        unsent = new ArrayList<>();
        int before = received;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "?wait=" + WAIT))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(sent.toString()));
        if (session != null) {
            request.header("Chat-Session", session).header("Chat-Received", Integer.toString(before));
        }
        underWay++;
        client.sendAsync(request.build(), BodyHandlers.ofString())
                .whenComplete((answer, failure) -> thread.execute(() -> {
                    underWay--;
                    if (!over) {
                        hear(answer, sent, before);
                    }
                }));
    }

    /** @param answer null when there was none */
    private void hear(HttpResponse<String> answer, List<JsonNode> sent, int before) {
        int status = answer == null ? 0 : answer.statusCode();
        if (status == 200) {
            failures = 0;
            take(Json.parse(answer.body()), before);
            if (!over && (underWay == 0 || !unsent.isEmpty())) {
                poll();
            }
        } else if (status == 401) {
            end(BAD_TOKEN);
        } else if (status == 404 || session == null || ++failures > MOST_FAILURES) {
            end(ABNORMAL);
        } else {
            sent.forEach(listener::repeating);
            unsent.addAll(0, sent);
            thread.schedule(this::pollUnlessOneIs, PAUSE, TimeUnit.MILLISECONDS);
        }
    }

    private void pollUnlessOneIs() {
        if (underWay == 0 || !unsent.isEmpty()) {
            poll();
        }
    }

    /** Two polls may both bring a frame that neither of them could confirm. */
    private void take(JsonNode frames, int before) {
        for (int i = 0; i < frames.size() && !over; i++) {
            if (before + i >= received) {
                received++;
                JsonNode frame = frames.get(i);
                if (session == null) {
                    session = frame.path("session").asText();
                }
                listener.received(frame);
                if (frame.path("type").asText().equals("bye")) {
                    end(frame.path("code").asInt());
                }
            }
        }
        if (session == null) {
            end(ABNORMAL);
        }
    }

    private void end(int code) {
        over = true;
        listener.closed(code);
    }
}
