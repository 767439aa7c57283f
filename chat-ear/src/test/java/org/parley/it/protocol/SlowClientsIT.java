package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.it.client.Cast;
import org.parley.it.client.Siege;
import org.parley.it.client.SlowClient;
import org.parley.it.client.Talk;
import org.parley.it.server.ParleyServer;

/** Clients that send slowly or do not read may not keep the others waiting. */
class SlowClientsIT {

    private static final int PER_ADDRESS = 100;
    private static final Duration PROMPT = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final Duration BESIEGED = Duration.ofMillis(1500);

    private Cast cast;

    @BeforeEach
    void gatherCast() {
        cast = new Cast(ParleyServer.shared());
    }

    @AfterEach
    void dismissCast() throws IOException {
        cast.close();
    }

    @ParameterizedTest
    @EnumSource(Siege.Attack.class)
    void honestPairShouldNotNotice(Siege.Attack attack) throws IOException {
        Talk talk = cast.talk();
        Duration quiet = slowestAck(talk, QUIET, () -> {});
        Siege siege = cast.keep(
                new Siege(ParleyServer.shared().origin(), attack, talk.person().token()));

        Duration besieged = slowestAck(talk, BESIEGED, siege::drip);

        // A machine that is busy with something else is slow without any attack.
        assertThat(besieged).isLessThan(Collections.max(List.of(PROMPT, quiet.multipliedBy(5))));
    }

    private static Duration slowestAck(Talk talk, Duration time, Runnable meanwhile) {
        Duration slowest = Duration.ZERO;
        long start = System.nanoTime();
        for (int i = 0; System.nanoTime() - start < time.toNanos(); i++) {
            long asked = System.nanoTime();
            talk.say(i % 2 == 0 ? talk.visitor() : talk.operator(), "Still there? " + i);
            slowest = Collections.max(List.of(slowest, Duration.ofNanos(System.nanoTime() - asked)));
            meanwhile.run();
        }
        return slowest;
    }

    @Test
    void bodyThatComesLateShouldCountAllTheSame() throws IOException {
        String visitor = "{\"site\":\"" + cast.site() + "\"}";
        SlowClient client = slow("POST /chat/api/v1/visitors HTTP/1.1", visitor.length());
        client.send(visitor.substring(0, 3));
        client.drip(visitor.substring(3));
        assertThat(client.status()).isEqualTo(201);

        String admin = cast.token("chat-admin");
        String settings = "{\"name\":\"Slow\",\"origins\":[]}";
        SlowClient administrator = slow(
                "PUT /chat/api/v1/sites/" + Cast.unique("slow") + " HTTP/1.1\r\nAuthorization: Bearer " + admin,
                settings.length());
        administrator.send(settings);
        assertThat(administrator.status()).isEqualTo(200);
    }

    @Test
    void bodyThatDoesNotComeShouldBeAnswered408() throws IOException {
        String token = cast.visitor().token();
        List<SlowClient> clients = List.of(
                slow("POST /chat/api/v1/visitors HTTP/1.1", 60),
                slow("POST /chat/api/v1/login HTTP/1.1", 60),
                slow("POST /chat/api/v1/poll HTTP/1.1\r\nAuthorization: Bearer " + token, 60),
                slow("POST /chat/api/v1/nothing HTTP/1.1\r\nAuthorization: Bearer " + token, 60));
        for (SlowClient client : clients) {
            assertThat(client.status()).isEqualTo(408);
            assertThat(client.until("\"code\":\"timeout\"")).contains("application/problem+json");
        }
        assertThat(clients).allMatch(SlowClient::hasEnded);
    }

    @Test
    void tooManyUnfinishedShouldBeRefusedBeforeAByteIsRead() throws IOException {
        List<SlowClient> clients = new ArrayList<>();
        for (int i = 0; i < 2 * PER_ADDRESS; i++) {
            clients.add(slow("POST /chat/api/v1/visitors HTTP/1.1", 60));
        }
        SlowClient last = clients.get(clients.size() - 1);
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.until("\"retryAfter\":5"))
                .containsIgnoringCase("Retry-After: 5")
                .contains("rate-limited");
        assertThat(slowFrom(0x0302, "POST /chat/api/v1/visitors HTTP/1.1", 70_000)
                        .status())
                .as("what says that it is too long")
                .isEqualTo(413);
    }

    private SlowClient slow(String head, int length) throws IOException {
        return slowFrom(0x0301, head, length);
    }

    private SlowClient slowFrom(int address, String head, int length) throws IOException {
        return cast.keep(new SlowClient(ParleyServer.shared().origin(), address))
                .send(head + "\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + length
                        + "\r\n\r\n");
    }
}
