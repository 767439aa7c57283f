package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.PollRequest;
import org.parley.it.client.PollSession;
import org.parley.it.client.SlowClient;
import org.parley.it.client.Talk;
import org.parley.it.server.ParleyServer;

/** Pollers that do not come back, or do not read, on a server with a short heartbeat and narrow limits. */
class PollLimitsIT {

    private static final int HEARTBEAT = ShippedServerIT.HEARTBEAT;
    private static final int SESSIONS = ShippedServerIT.SESSIONS;
    private static final int WINDOW = ShippedServerIT.WINDOW;
    private static final int BODY = ShippedServerIT.BODY;
    private static final JsonNode HELLO = Json.frame("hello", "device", "d-poll", "client", "it/1.0");

    private static ParleyServer server;

    private Cast cast;

    @BeforeAll
    static void findServer() {
        server = ShippedServerIT.server();
    }

    @BeforeEach
    void gatherCast() {
        cast = new Cast(server);
    }

    @AfterEach
    void dismissCast() throws IOException {
        cast.close();
    }

    @Test
    void sessionsThatNobodyPollsShouldEndAndMakeRoom() {
        PollRequest begin = PollRequest.first(server, cast.visitor().token());
        for (int i = 0; i < SESSIONS; i++) {
            begin.post(HELLO).expect(200);
        }
        Http.Answer refused = begin.post(HELLO);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("rate-limited");
        assertThat(refused.header("Retry-After")).isEqualTo(Integer.toString(2 * HEARTBEAT));
        await().atMost(Duration.ofSeconds(5L * HEARTBEAT))
                .until(() -> begin.post(HELLO).status() == 200);
    }

    @Test
    void waitingPollShouldKeepTheSession() {
        PollSession patient = cast.poll(cast.visitor().token());
        patient.hello(); // its polls wait for much longer than two heartbeats
        await().pollInterval(Duration.ofSeconds(1))
                .during(Duration.ofSeconds(4L * HEARTBEAT))
                .atMost(Duration.ofSeconds(6L * HEARTBEAT))
                .until(patient::isOpen);
        patient.ping();
    }

    @Test
    void silentSessionShouldBeForgotten() {
        PollRequest begin = PollRequest.first(server, cast.visitor().token());
        JsonNode first = begin.post(HELLO).expect(200);
        PollRequest next = begin.in(first.get(0).path("session").asText()).received(1);
        // A poll would keep it, so the proof of its end is that its caller may have one more.
        begin.post(HELLO).expect(200);
        begin.post(HELLO).expect(200);
        await().atMost(Duration.ofSeconds(5L * HEARTBEAT))
                .until(() -> begin.post(HELLO).status() == 200);
        assertThat(next.post().status()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(10L * HEARTBEAT))
                .until(() -> server.live("org.parley.web.poll.PollSession") == 0);
    }

    @Test
    void pollerThatReadsSlowlyShouldGetEverythingInOrder() {
        Talk talk = cast.talk();
        for (int i = 0; i < 100; i++) {
            talk.say(talk.operator(), "text " + i);
        }
        PollRequest begin = PollRequest.first(server, talk.person().token());
        List<JsonNode> frames = new ArrayList<>();
        JsonNode hello = Json.frame(
                "hello",
                "device",
                "d-late",
                "client",
                "it/1.0",
                "cursors",
                Json.object(talk.id(), Json.object("public", 0, "internal", 0)));
        begin.post(hello).expect(200).forEach(frames::add);
        PollRequest next = begin.in(frames.get(0).path("session").asText()).waiting(HEARTBEAT);
        while (frames.stream().noneMatch(frame -> type(frame).equals("synced"))) {
            JsonNode answer = next.received(frames.size()).post().expect(200);
            assertThat(answer.size()).isLessThanOrEqualTo(WINDOW + 1);
            answer.forEach(frames::add);
        }
        List<JsonNode> entries =
                frames.stream().filter(frame -> type(frame).equals("entry")).toList();
        assertThat(Talk.numbers(entries)).isEqualTo(Talk.numbers(Talk.log(talk.visitor(), talk.id())));
    }

    /** It polls again and again, and never confirms anything. */
    @Test
    void pollerThatConfirmsNothingShouldBeCutOff() {
        Talk talk = cast.talk();
        PollRequest begin = PollRequest.first(server, talk.person().token());
        JsonNode first = begin.post(HELLO).expect(200);
        PollRequest deaf = begin.in(first.get(0).path("session").asText());
        for (int i = 0; i < 60; i++) {
            talk.say(talk.operator(), "text " + i);
        }
        List<JsonNode> answers = new ArrayList<>();
        await().atMost(Duration.ofSeconds(8L * HEARTBEAT))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    Http.Answer answer = deaf.post();
                    if (answer.status() == 200) {
                        answers.add(answer.body());
                    }
                    return answer.status() == 404;
                });
        assertThat(answers).allMatch(answer -> answer.size() <= WINDOW + 1);
        JsonNode last = answers.get(answers.size() - 1);
        assertThat(last.get(last.size() - 1).path("type").asText()).isEqualTo("bye");
        assertThat(last.get(last.size() - 1).path("code").asInt()).isEqualTo(4508);
        // Nobody else has noticed.
        talk.person().live().ack("send", "conversation", talk.id(), "text", "and on");
    }

    @Test
    void longBodyShouldBeRefusedAndTheSessionStay() {
        PollRequest begin = PollRequest.first(server, cast.visitor().token());
        JsonNode first = begin.post(HELLO).expect(200);
        PollRequest next = begin.in(first.get(0).path("session").asText());
        assertThat(next.post("[" + " ".repeat(BODY) + "]").code()).isEqualTo("too-large");
        assertThat(next.post("[" + " ".repeat(BODY - 2) + "]").status()).isEqualTo(200);
    }

    /** The server declines, but takes such a request to have no length. */
    @Test
    void lateBodyShouldCountWhenTheClientOffersHttp2() throws IOException {
        String visitor = Json.object("site", cast.site()).toString();
        SlowClient client = cast.keep(new SlowClient(server.origin(), 0x0401))
                .send("POST /chat/api/v1/visitors HTTP/1.1\r\nHost: localhost\r\nUpgrade: h2c\r\n"
                        + "Connection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + visitor.length() + "\r\n\r\n"
                        + visitor.substring(0, 3));
        // Meanwhile the server reads what has come.
        cast.visitor();

        client.drip(visitor.substring(3));

        assertThat(client.status()).isEqualTo(201);
    }

    /** As Java's own client does it; with the shipped settings the server declines. */
    @Test
    void bodyShouldNotBeWaitedForWhenTheClientOffersHttp2() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
        for (int i = 0; i < 3; i++) {
            HttpRequest enter = HttpRequest.newBuilder(server.at("/api/v1/visitors"))
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(
                            Json.object("site", cast.site()).toString()))
                    .build();
            assertThat(client.send(enter, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        }
        HttpRequest poll = HttpRequest.newBuilder(server.at("/api/v1/poll?wait=0"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + cast.visitor().token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[" + HELLO + "]"))
                .build();
        assertThat(client.send(poll, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private static String type(JsonNode frame) {
        return frame.path("type").asText();
    }
}
