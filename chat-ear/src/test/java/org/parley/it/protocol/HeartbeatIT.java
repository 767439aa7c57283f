package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Handshake;
import org.parley.it.client.Json;
import org.parley.it.client.RawSocket;
import org.parley.it.client.Talk;
import org.parley.it.client.Tokens;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;

/**
 * What silence, haste and time do to a connection, on a server with a short heartbeat that learns its keys from a JWKS
 * address.
 */
class HeartbeatIT {

    private static final int HEARTBEAT = 3;
    private static final int OWNER_GONE = 8;
    private static final int FRAMES = 1000;
    private static final String CONNECTION = "org.parley.web.connection.Connection";
    private static final Tokens KEYS = Tokens.ec("ec-1");

    private static HttpServer keyServer;
    private static ParleyServer server;

    private Cast cast;

    @BeforeAll
    static void startServers() throws IOException {
        keyServer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keyServer.createContext("/keys", exchange -> {
            byte[] keys = KEYS.jwks().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        keyServer.start();
        server = ParleyServer.on(Database.H2)
                .with("parley.heartbeat", HEARTBEAT)
                .with("parley.routing.owner-gone", OWNER_GONE)
                .with("parley.limits.frames-per-second", FRAMES / 20)
                .with("parley.limits.frames-burst", FRAMES)
                .with("parley.jwt.skew", 0)
                .with("parley.jwt.algorithms", "ES256")
                .with(
                        "parley.jwt.jwks-url",
                        "http://localhost:" + keyServer.getAddress().getPort() + "/keys")
                .without("parley.jwt.public-key")
                .start();
    }

    @AfterAll
    static void stopServers() {
        if (server != null) {
            server.close();
        }
        keyServer.stop(0);
    }

    @BeforeEach
    void gatherCast() {
        cast = new Cast(server, KEYS);
    }

    @AfterEach
    void dismissCast() throws IOException {
        cast.close();
    }

    @Test
    void eachSideShouldLearnWhetherTheOtherIsThere() {
        Talk talk = cast.talk();
        talk.visitor().close();
        JsonNode gone = awaitThere(talk.operator(), talk.id(), false);
        assertThat(gone.at("/participant/id").asText()).isEqualTo(talk.person().id());
        assertThat(gone.path("since").asText()).endsWith("Z");
        ChatSocket back = talk.person().live();
        assertThat(awaitThere(talk.operator(), talk.id(), true).has("since")).isFalse();

        talk.operator().close();
        assertThat(awaitThere(back, talk.id(), false).at("/participant/name").asText())
                .isEqualTo(talk.staff().name());
        talk.staff().live();
        awaitThere(back, talk.id(), true);
        assertThat(back.entries(talk.id())).noneMatch(HeartbeatIT::isLeft);
    }

    /** How long an owner may be gone until the conversation goes back. */
    private static long seconds(JsonNode there) {
        return Duration.between(
                        Instant.parse(there.path("since").asText()),
                        Instant.parse(there.path("until").asText()))
                .toSeconds();
    }

    @Test
    void onlyWhoHasSaidThatTheyAreOfflineShouldKeepTheirConversations() {
        Talk kept = cast.talk();
        Talk left = cast.talk();
        kept.operator().ack("status", "status", "offline");
        kept.operator().close();
        JsonNode keeps = awaitThere(kept.visitor(), kept.id(), false);
        assertThat(keeps.path("offline").asBoolean()).isTrue();
        assertThat(seconds(keeps)).isEqualTo(Duration.ofHours(12).toSeconds());
        left.operator().close();
        JsonNode gone = awaitThere(left.visitor(), left.id(), false);
        assertThat(gone.path("offline").asBoolean()).isFalse();
        assertThat(seconds(gone)).isEqualTo(OWNER_GONE);
        awaitAlive(
                () -> left.visitor().entries(left.id()).stream().anyMatch(HeartbeatIT::isLeft),
                left.visitor(),
                kept.visitor());
        assertThat(left.visitor().frames("there")).isNotEmpty();
        assertThat(kept.visitor().entries(kept.id())).noneMatch(HeartbeatIT::isLeft);
        ChatSocket back = kept.staff().connect();
        back.hello();
        back.ack("send", "conversation", kept.id(), "text", "I am back.");
    }

    private static boolean isLeft(JsonNode entry) {
        return "left".equals(entry.path("kind").asText());
    }

    private static JsonNode awaitThere(ChatSocket device, String conversation, boolean there) {
        awaitAlive(
                () -> device.frames("there").stream().anyMatch(frame -> isThere(frame, conversation, there)), device);
        return device.await("there", frame -> isThere(frame, conversation, there));
    }

    private static boolean isThere(JsonNode frame, String conversation, boolean there) {
        return conversation.equals(frame.path("conversation").asText())
                && frame.path("there").asBoolean() == there;
    }

    /** Devices say something meanwhile, as living ones do. */
    private static void awaitAlive(Callable<Boolean> fulfilled, ChatSocket... devices) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            List.of(devices).forEach(ChatSocket::ping);
            return fulfilled.call();
        });
    }

    @Test
    void keyOfTheJwksAddressShouldBeBelieved() {
        ChatSocket operator = cast.connect(KEYS.sign(operator()));
        JsonNode welcome = operator.hello();
        assertThat(welcome.path("heartbeat").asInt()).isEqualTo(HEARTBEAT);
        assertThat(welcome.at("/self/kind").asText()).isEqualTo("operator");
    }

    @Test
    void otherKeysAndAlgorithmsShouldBeRefused() {
        assertThat(Handshake.to(server)
                        .token(Tokens.ec("ec-1").sign(operator()))
                        .status())
                .isEqualTo(401);
        assertThat(Handshake.to(server)
                        .token(Tokens.ec("ec-2").sign(operator()))
                        .status())
                .isEqualTo(401);
        assertThat(Handshake.to(server).token(Tokens.PROVIDER.sign(operator())).status())
                .isEqualTo(401);
        assertThat(Handshake.to(server).token(Tokens.unsigned(operator())).status())
                .isEqualTo(401);
    }

    @Test
    void silentConnectionShouldBeEnded() {
        ChatSocket silent = cast.connect(KEYS.sign(operator()));
        long start = System.nanoTime();
        silent.hello();
        assertThat(silent.closeCode(Duration.ofSeconds(6L * HEARTBEAT))).isEqualTo(4510);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofSeconds(HEARTBEAT))
                .isLessThan(Duration.ofSeconds(5L * HEARTBEAT));
        assertThat(bye(silent).path("code").asInt()).isEqualTo(4510);
        assertThat(bye(silent).path("reconnect").asBoolean()).isTrue();
    }

    @Test
    void connectionThatNeverSaysHelloShouldBeEnded() {
        ChatSocket mute = cast.connect(KEYS.sign(operator()));
        assertThat(mute.closeCode(Duration.ofSeconds(6L * HEARTBEAT))).isBetween(4400, 4599);
    }

    @Test
    void pingsShouldKeepTheConnection() {
        ChatSocket lively = cast.connect(KEYS.sign(operator()));
        lively.hello();
        await().pollInterval(Duration.ofSeconds(1))
                .during(Duration.ofSeconds(5L * HEARTBEAT / 2))
                .atMost(Duration.ofSeconds(5L * HEARTBEAT))
                .untilAsserted(() -> {
                    assertThat(lively.isOpen()).isTrue();
                    lively.send(Json.frame("ping"));
                });
        lively.ping();
    }

    @Test
    void connectionShouldEndWithItsToken() {
        ChatSocket brief = cast.connect(KEYS.sign(operator().expirationTime(Tokens.in(Duration.ofSeconds(3)))));
        brief.hello();
        assertThat(brief.closeCode(Duration.ofSeconds(15))).isEqualTo(4401);
        assertThat(bye(brief).path("code").asInt()).isEqualTo(4401);
        assertThat(bye(brief).path("reconnect").asBoolean()).isFalse();
    }

    @Test
    void operatorWhoFallsSilentShouldBeAwayAndComeBackWithTheirConversations() {
        ChatSocket watcher = cast.connect(KEYS.sign(operator()));
        watcher.hello();
        watcher.ack("watch", "topics", List.of("presence"));
        Cast.Waiting waiting = cast.waiting();
        ChatSocket silent = cast.connect(KEYS.sign(operator()));
        String operator = silent.hello().at("/self/id").asText();
        silent.ack("status", "status", "accepting");
        silent.ack("accept", "conversation", waiting.id());
        watcher.await("presence", frame -> statuses(frame, operator).contains("accepting"));
        int before = watcher.size();

        awaitWhilePinging(watcher, () -> statusAfter(before, watcher, operator).equals("away"));
        silent.ping();
        awaitWhilePinging(watcher, () -> statusAfter(before, watcher, operator).equals("accepting"));

        assertThat(silent.ack("send", "conversation", waiting.id(), "text", "I am back")
                        .path("seq")
                        .asInt())
                .isPositive();
        assertThat(statusesAfter(before, watcher, operator)).containsExactly("away", "accepting");
    }

    /** The network is gone without a word: nothing is answered, neither the ping nor the close. */
    @Test
    void halfOpenSocketShouldBeFoundAndForgotten() throws IOException {
        Cast.Visitor visitor = cast.visitor();
        long before = server.live(CONNECTION);
        RawSocket half = cast.keep(RawSocket.open(server, visitor.token()));
        half.send(Json.frame("hello", "device", "d-half", "client", "it/1.0", "cursors", Json.object()));
        half.readUntil("synced");
        assertThat(server.live(CONNECTION)).isEqualTo(before + 1);

        await().pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5L * HEARTBEAT))
                .until(() -> server.live(CONNECTION) <= before);

        assertThat(next(half).opcode()).isEqualTo(RawSocket.PING);
        assertThat(Json.parse(next(half).text()).path("code").asInt()).isEqualTo(4510);
        assertThat(next(half).closeCode()).isEqualTo(4510);
    }

    /** A pong is the network's answer, not the client's. */
    @Test
    void clientThatOnlyAnswersPingsShouldCountAsSilent() throws IOException {
        RawSocket pongs = cast.keep(RawSocket.open(server, cast.visitor().token()));
        pongs.send(Json.frame("hello", "device", "d-pong", "client", "it/1.0", "cursors", Json.object()));
        pongs.readUntil("synced");
        assertThat(next(pongs).opcode()).isEqualTo(RawSocket.PING);
        pongs.send(RawSocket.PONG, new byte[0]);
        assertThat(pongs.readToTheEnd()).isEqualTo(4510);
    }

    @Test
    void halfAFrameForEverShouldCountAsSilence() throws IOException {
        RawSocket half = cast.keep(RawSocket.open(server, cast.visitor().token()));
        half.send(Json.frame("hello", "device", "d-slow", "client", "it/1.0", "cursors", Json.object()));
        half.readUntil("synced");
        AtomicInteger code = new AtomicInteger();
        Thread reader = new Thread(() -> code.set(half.closeCodeOrAbnormal()));
        reader.start();
        half.sendFirstPart(" ".getBytes(StandardCharsets.UTF_8));
        await().pollInterval(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(5L * HEARTBEAT))
                .until(() -> {
                    half.trySendNextPart(" ".getBytes(StandardCharsets.UTF_8));
                    return code.get() != 0;
                });
        assertThat(code).hasValue(4510);
    }

    /** Refused commands leave nothing behind; a client that ignores refusals is cut off. */
    @Test
    void floodShouldBeRefusedAndThenEnded() throws IOException {
        Cast.Visitor visitor = cast.visitor();
        String conversation = visitor.live().ack("start").path("conversation").asText();
        RawSocket flood = cast.keep(RawSocket.open(server, visitor.token()));
        flood.send(Json.frame("hello", "device", "d-flood", "client", "it/1.0", "cursors", Json.object()));
        flood.readUntil("synced");
        // As many as are answered in any case; then each waits for an answer, so that none comes after the close: it
        // would
        // reset the line, and the last words would be lost on the way.
        Semaphore allowed = new Semaphore(2 * FRAMES);
        Thread writer = new Thread(() -> flood.flood(
                i -> {
                    allowed.acquireUninterruptibly();
                    return Json.frame("send", "id", "f-" + i, "conversation", conversation, "text", "f-" + i);
                },
                4 * FRAMES));
        writer.setDaemon(true);
        writer.start();

        Set<String> acknowledged = new HashSet<>();
        Set<String> refused = new HashSet<>();
        int answers = 0;
        JsonNode last = null;
        RawSocket.Frame frame = flood.read();
        for (; frame.opcode() != RawSocket.CLOSE; frame = flood.read()) {
            if (frame.opcode() != RawSocket.TEXT) {
                continue;
            }
            last = Json.parse(frame.text());
            if (last.path("type").asText().equals("ack")) {
                acknowledged.add(last.path("re").asText());
            } else if (last.path("code").asText().equals("rate-limited")) {
                assertThat(last.path("retryAfter").asInt()).isPositive();
                refused.add(last.path("re").asText());
            }
            if (last.has("re") && ++answers >= 2 * FRAMES) {
                allowed.release();
            }
        }
        assertThat(frame.closeCode()).isEqualTo(4429);
        assertThat(last.path("type").asText()).isEqualTo("bye");
        assertThat(last.path("retryAfter").asInt()).isPositive();
        assertThat(last.path("reconnect").asBoolean()).isFalse();
        assertThat(refused).isNotEmpty();
        List<String> stored = Talk.texts(Talk.log(visitor.live(), conversation));
        assertThat(stored).containsAll(acknowledged).doesNotContainAnyElementsOf(refused);
    }

    private static void awaitWhilePinging(ChatSocket watcher, Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(5L * HEARTBEAT))
                .until(() -> {
                    watcher.ping();
                    return condition.call();
                });
    }

    private static String statusAfter(int before, ChatSocket watcher, String operator) {
        List<String> statuses = statusesAfter(before, watcher, operator);
        return statuses.isEmpty() ? "" : statuses.get(statuses.size() - 1);
    }

    private static List<String> statusesAfter(int before, ChatSocket watcher, String operator) {
        return watcher.frames().stream()
                .skip(before)
                .flatMap(frame -> statuses(frame, operator).stream())
                .toList();
    }

    private static List<String> statuses(JsonNode frame, String operator) {
        return StreamSupport.stream(frame.path("operators").spliterator(), false)
                .filter(one -> one.path("id").asText().equals(operator))
                .map(one -> one.path("status").asText())
                .toList();
    }

    private static JsonNode bye(ChatSocket socket) {
        return socket.await("bye");
    }

    private static JWTClaimsSet.Builder operator() {
        String subject = Cast.unique("op");
        return Tokens.claims(subject, subject, "chat-operator");
    }

    /** The next frame that is not presence, which may come at any time. */
    private static RawSocket.Frame next(RawSocket socket) throws IOException {
        RawSocket.Frame frame = socket.read();
        while (frame.text().startsWith("{\"type\":\"presence\"")) {
            frame = socket.read();
        }
        return frame;
    }
}
