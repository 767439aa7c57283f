package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Elsewhere;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.PollRequest;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;

/** A server with as many connections, and new conversations, as it allows. */
class FullServerIT {

    private static final int CONNECTIONS = 5;
    private static final int STARTS = 2;

    @Test
    void newcomersShouldWaitUntilSomebodyGoes() throws IOException {
        try (ParleyServer server = ParleyServer.on(Database.H2)
                        .with("parley.limits.connections", CONNECTIONS)
                        .with("parley.limits.starts-per-minute", STARTS)
                        .start();
                Cast cast = new Cast(server)) {
            List<ChatSocket> sockets = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS - 1; i++) {
                sockets.add(cast.visitor().live());
            }
            String token = cast.visitor().token();

            Elsewhere.Answer handshake = Elsewhere.at(2).handshake(server.socket(), token);
            assertThat(handshake.status()).isEqualTo(429);
            assertThat(handshake.headers()).containsEntry("retry-after", "10");
            Http.Answer poll = hello(server, token);
            assertThat(poll.status()).isEqualTo(429);
            assertThat(poll.code()).isEqualTo("rate-limited");
            assertThat(poll.header("Retry-After")).isEqualTo("10");
            // A fifth is kept for staff.
            sockets.add(cast.operator().live());
            assertThat(Elsewhere.at(2)
                            .handshake(server.socket(), cast.token("chat-operator"))
                            .status())
                    .isEqualTo(429);
            // Connected clients do not notice.
            sockets.forEach(ChatSocket::ping);

            ChatSocket first = sockets.get(0);
            JsonNode started = first.ack("start", "id", "start-1");
            String conversation = started.path("conversation").asText();
            assertThat(first.ack("start").path("conversation").asText())
                    .as("the same one again costs nothing")
                    .isEqualTo(conversation);
            sockets.get(1).ack("start");
            assertThat(sockets.get(STARTS)
                            .refused("rate-limited", "start")
                            .path("retryAfter")
                            .asInt())
                    .isPositive();
            // A visitor with a conversation still gets it, because the answer may have been lost.
            assertThat(first.ack("start", "id", "start-1")).isEqualTo(started);
            assertThat(first.ack("start").path("conversation").asText()).isEqualTo(conversation);

            sockets.get(0).close();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> hello(server, token).status() == 200);
            assertThat(Elsewhere.at(2).handshake(server.socket(), token).status())
                    .as("a poll session is a connection too")
                    .isEqualTo(429);
        }
    }

    private static Http.Answer hello(ParleyServer server, String token) {
        return PollRequest.first(server, token).post(Json.frame("hello", "device", "d-poll", "client", "it/1.0"));
    }
}
