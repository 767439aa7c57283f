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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Handshake;
import org.parley.it.client.Json;
import org.parley.it.client.Tokens;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;

/** What time does to a connection, on a server with a short heartbeat that learns its keys from a JWKS address. */
class HeartbeatIT {

    private static final int HEARTBEAT = 2;
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
        cast = new Cast(server);
    }

    @AfterEach
    void dismissCast() throws IOException {
        cast.close();
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

    private static JsonNode bye(ChatSocket socket) {
        return socket.await("bye");
    }

    private static JWTClaimsSet.Builder operator() {
        String subject = Cast.unique("op");
        return Tokens.claims(subject, subject, "chat-operator");
    }
}
