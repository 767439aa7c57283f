package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Elsewhere;
import org.parley.it.client.Handshake;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.RawSocket;
import org.parley.it.client.SlowClient;
import org.parley.it.client.Talk;
import org.parley.it.client.Tokens;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;

/** A server with narrow limits, and operators with tokens of a shared secret. */
class NarrowServerIT {

    private static final int TEXT_LIMIT = 12_000;
    private static final int FRAME_LIMIT = 40_000;
    private static final int CONNECTIONS = 4;
    private static final int PER_MINUTE = 60;
    private static final int SYNC = 30_000;
    private static final String SECRET = "a secret of at least thirty-two bytes, shared";
    private static final Tokens SHARED = Tokens.hmac(SECRET);
    private static final String PASSPHRASE = "only the administrator knows";

    private static ParleyServer server;

    private Cast cast;

    @BeforeAll
    static void startServer() {
        server = ParleyServer.on(Database.H2);
        server.with("parley.public-url", server.origin() + "/chat")
                .with("parley.queue.frames", 16)
                .with("parley.limits.connections-per-participant", CONNECTIONS)
                .with("parley.limits.handshakes-per-minute", PER_MINUTE)
                .with("parley.limits.visitors-per-minute", PER_MINUTE)
                .with("parley.limits.sync", SYNC)
                .with("parley.proxies", "127.0.0.7")
                .with("parley.limits.text", TEXT_LIMIT)
                .with("parley.limits.frame", FRAME_LIMIT)
                .with("parley.jwt.algorithms", "HS256")
                .with("parley.jwt.secret", SECRET)
                .with("parley.admin.password", PASSPHRASE)
                .without("parley.jwt.public-key")
                .start();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
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
    void limitsShouldBeTheConfiguredOnes() {
        ChatSocket visitor = cast.connect(visitor());
        JsonNode welcome = visitor.hello();
        assertThat(welcome.at("/limits/text").asInt()).isEqualTo(TEXT_LIMIT);
        assertThat(welcome.at("/limits/frame").asInt()).isEqualTo(FRAME_LIMIT);
        String conversation = visitor.ack("start").path("conversation").asText();
        visitor.refused("too-large", "send", "conversation", conversation, "text", "x".repeat(TEXT_LIMIT + 1));
        visitor.send(Json.frame("ping", "padding", "x".repeat(FRAME_LIMIT)));
        JsonNode error = visitor.await("error", frame -> !frame.has("re"));
        assertThat(error.path("code").asText()).isEqualTo("too-large");
        visitor.ping();
    }

    @Test
    void usedUpLimitsShouldBeToldBeforeTheBodyIsWaitedFor() throws IOException {
        Map<String, Supplier<JsonNode>> bodies = Map.of(
                "visitors",
                () -> Json.object("site", site()),
                "login",
                () -> Json.object("username", Cast.unique("nobody"), "password", "guess"));
        for (String resource : bodies.keySet()) {
            // Each second one more may come, so both are asked together.
            await(resource)
                    .atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        String body = bodies.get(resource).get().toString();
                        return Elsewhere.at(55)
                                                .post(server.at("/api/v1/" + resource), body)
                                                .status()
                                        == 429
                                && bodiless(55, resource).status() == 429;
                    });
            assertThat(bodiless(56, resource).status()).as(resource).isEqualTo(408);
        }
    }

    private SlowClient bodiless(int address, String resource) throws IOException {
        return cast.keep(new SlowClient(server.origin(), address))
                .send("POST /chat/api/v1/" + resource
                        + " HTTP/1.1\r\nHost: " + server.origin().getAuthority()
                        + "\r\nContent-Type: application/json\r\nContent-Length: 60\r\n\r\n");
    }

    @Test
    void sharedSecretShouldBeBelieved() {
        String subject = Cast.unique("op");
        String token = SHARED.sign(Tokens.claims(subject, "Olivia", "chat-operator"));
        assertThat(cast.connect(token).hello().at("/self/name").asText()).isEqualTo("Olivia");
        String other = Tokens.hmac("another secret of at least thirty-two bytes")
                .sign(Tokens.claims(subject, "Mallory", "chat-operator"));
        assertThat(Handshake.to(server).token(other).status()).isEqualTo(401);
        String byAsymmetricKey = Tokens.PROVIDER.sign(Tokens.claims(subject, "Mallory", "chat-operator"));
        assertThat(Handshake.to(server).token(byAsymmetricKey).status()).isEqualTo(401);
    }

    @Test
    void tooManyTriesShouldBeToldToWait() {
        String username = Cast.unique("target");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ZERO.plusMillis(1))
                .untilAsserted(() -> {
                    Http.Answer answer = login(username, "guess");
                    assertThat(answer.status()).isEqualTo(429);
                    assertThat(answer.code()).isEqualTo("rate-limited");
                    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
                });
    }

    @Test
    void oneCallerShouldHaveSoManyConnections() throws IOException {
        String token = visitor();
        List<ChatSocket> sockets = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            sockets.add(cast.connect(token));
        }
        // A client hears of its open socket before the server counts it.
        sockets.forEach(ChatSocket::hello);
        Elsewhere.Answer refused = Elsewhere.at(3).handshake(server.socket(), token);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(refused.headers().get("retry-after"))).isPositive();
        assertThat(firstPoll(3, token).status()).isEqualTo(429);

        sockets.get(0).close();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Elsewhere.at(3).handshake(server.socket(), token).status() == 101);
    }

    @Test
    void oneAddressShouldTrySoManyTokensAMinuteAndLockNobodyOut() throws IOException {
        Elsewhere there = Elsewhere.at(4);
        Elsewhere.Answer answer = there.handshake(server.socket(), "no.good.token");
        int tried = 0;
        for (; answer.status() == 401; answer = there.handshake(server.socket(), "no.good.token")) {
            tried++;
            assertThat(tried).isLessThan(4 * PER_MINUTE);
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().get("retry-after"))).isPositive();
        assertThat(tried).isGreaterThanOrEqualTo(PER_MINUTE);
        assertThat(firstPoll(4, "no.good.token").status())
                .as("a poll is one too")
                .isEqualTo(429);
        assertThat(there.handshake(server.socket(), somebody()).status()).isEqualTo(101);
    }

    @Test
    void onePersonShouldBeginSoManyPollSessionsAMinute() throws IOException {
        String token = somebody();
        Elsewhere.Answer answer = firstPoll(6, token);
        for (int begun = 0; answer.status() == 200; answer = firstPoll(6, token)) {
            begun++;
            assertThat(begun).isLessThan(4 * PER_MINUTE);
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(answer.headers().get("retry-after"))).isPositive();
        assertThat(firstPoll(6, somebody()).status()).as("somebody else there").isEqualTo(200);
    }

    @Test
    void syncShouldGiveNoMoreThanSoManyBytes() {
        ChatSocket visitor = cast.connect(visitor());
        visitor.hello();
        String conversation = visitor.ack("start").path("conversation").asText();
        for (int i = 0; i < 4; i++) {
            visitor.ack("send", "conversation", conversation, "text", "x".repeat(SYNC / 3));
        }
        JsonNode page = visitor.ack("sync", "conversation", conversation, "log", "public", "after", 0, "limit", 200);
        assertThat(page.toString().length()).isLessThanOrEqualTo(SYNC);
        assertThat(Talk.log(visitor, conversation)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void otherHostShouldBeMisdirectedAndItsPagesForeign() throws IOException {
        Elsewhere.Answer misdirected = Elsewhere.at(9)
                .to("evil.example")
                .post(server.at("/api/v1/visitors"), Json.object("site", site()).toString());
        assertThat(misdirected.status()).isEqualTo(421);
        assertThat(misdirected.headers().get("content-type")).startsWith("application/problem+json");
        String https = "https://" + server.origin().getAuthority();
        assertThat(Elsewhere.at(9)
                        .saying("Origin", https)
                        .post(
                                server.at("/api/v1/visitors"),
                                Json.object("site", site()).toString())
                        .status())
                .as("another scheme than that of parley.public-url")
                .isEqualTo(403);
    }

    @Test
    void oneAddressShouldBringSoManyVisitorsAMinute() throws IOException {
        assertThat(useUpVisitors(Elsewhere.at(5))).isGreaterThanOrEqualTo(PER_MINUTE);
    }

    /** @return how many new visitors came from there until one was refused */
    private static int useUpVisitors(Elsewhere from) throws IOException {
        String body = Json.object("site", site()).toString();
        int made = 0;
        Elsewhere.Answer answer = from.post(server.at("/api/v1/visitors"), body);
        for (; answer.status() == 201; answer = from.post(server.at("/api/v1/visitors"), body)) {
            made++;
            assertThat(made).isLessThan(4 * PER_MINUTE);
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().get("retry-after"))).isPositive();
        return made;
    }

    @Test
    void oneClientBehindAProxyShouldUseUpItsOwnLimitOnly() throws IOException {
        Elsewhere proxy = Elsewhere.at(7);
        assertThat(useUpVisitors(proxy.saying("X-Forwarded-For", "198.51.100.66, 198.51.100.1")))
                .isGreaterThanOrEqualTo(PER_MINUTE);
        assertThat(useUpVisitors(proxy.saying("Forwarded", "for=\"[2001:db8:1:2::5]:4711\";proto=https")))
                .isGreaterThanOrEqualTo(PER_MINUTE);
        assertThat(useUpVisitors(proxy.saying("X-Forwarded-For", "2001:db8:1:2:ffff::6")))
                .as("one customer has the whole /64; a visitor comes back each second")
                .isLessThan(PER_MINUTE / 2);
    }

    @Test
    void whatAStrangerForwardsShouldNotCount() throws IOException {
        useUpVisitors(Elsewhere.at(8).saying("X-Forwarded-For", "198.51.100.3"));
        assertThat(useUpVisitors(Elsewhere.at(8).saying("X-Forwarded-For", "198.51.100.4")))
                .isLessThan(PER_MINUTE / 2);
    }

    /** The reader stops, the writer goes on; the server must neither keep everything nor wait. */
    @Test
    void slowReaderShouldBeCutOffAndHoldUpNobody() throws IOException {
        String token = visitor();
        ChatSocket writer = cast.connect(token);
        writer.hello();
        String conversation = writer.ack("start").path("conversation").asText();
        RawSocket slow = cast.keep(RawSocket.open(server, token));
        slow.send(Json.frame("hello", "device", "d-slow", "client", "it/1.0", "cursors", Json.object()));
        slow.readUntil("synced");

        String text = "\u4f60".repeat(TEXT_LIMIT);
        int sent = 900;
        for (int i = 0; i < sent; i++) {
            writer.send(Json.frame("send", "id", "m-" + i, "conversation", conversation, "text", text));
            if (i % 100 == 99) {
                String last = "m-" + i;
                writer.await("ack", ack -> last.equals(ack.path("re").asText()));
                slow.send(Json.frame("ping"));
            }
        }

        Set<Integer> received = new TreeSet<>();
        int code = RawSocket.ABNORMAL;
        try {
            while (true) {
                RawSocket.Frame frame = slow.read();
                if (frame.opcode() == RawSocket.CLOSE) {
                    code = frame.closeCode();
                    break;
                }
                JsonNode json = Json.parse(frame.text());
                if (json.path("type").asText().equals("entry")) {
                    received.add(json.path("seq").asInt());
                }
            }
        } catch (EOFException | SocketException | SocketTimeoutException e) {
            // The code stays ABNORMAL, which the assertion below reports.
        }
        assertThat(code).as("after %s of %s entries", received.size(), sent).isEqualTo(4508);
        assertThat(received).hasSizeLessThan(sent);

        ChatSocket again = cast.connect(token);
        JsonNode welcome = again.hello();
        assertThat(welcome.at("/conversations/0/head/public").asInt()).isGreaterThanOrEqualTo(sent);
    }

    private static Elsewhere.Answer firstPoll(int address, String token) throws IOException {
        String hello =
                Json.frame("hello", "device", "d-poll", "client", "it/1.0").toString();
        return Elsewhere.at(address).poll(server.at("/api/v1/poll"), token, "[" + hello + "]");
    }

    /** An operator whom nobody has seen yet. */
    private static String somebody() {
        return SHARED.sign(Tokens.claims(Cast.unique("op"), "Somebody", "chat-operator"));
    }

    private static String visitor() {
        return Http.to(server.at("/api/v1/visitors"))
                .post(Json.object("site", site()))
                .expect(201)
                .path("token")
                .asText();
    }

    private static String site() {
        String admin = login("ada", PASSPHRASE).expect(200).path("token").asText();
        String site = Cast.unique("narrow");
        Http.to(server.at("/api/v1/sites/" + site))
                .bearer(admin)
                .put(Json.object("name", "Narrow", "origins", List.of(Cast.SHOP)))
                .expect(200);
        return site;
    }

    private static Http.Answer login(String username, String password) {
        return Http.to(server.at("/api/v1/login")).post(Json.object("username", username, "password", password));
    }
}
