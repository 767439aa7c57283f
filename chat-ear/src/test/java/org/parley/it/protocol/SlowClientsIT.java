package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.it.client.Cast;
import org.parley.it.client.SlowClient;
import org.parley.it.client.Talk;
import org.parley.it.server.ParleyServer;

/** Nobody who sends slowly or does not read may keep the others waiting. */
class SlowClientsIT {

    private static final int CLIENTS = 300;
    private static final int ADDRESSES = 10;
    private static final int PER_ADDRESS = 100;
    private static final Duration PROMPT = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration SIEGE = Duration.ofSeconds(3);
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private Cast cast;

    @BeforeEach
    void gatherCast() {
        cast = new Cast(ParleyServer.shared());
    }

    @AfterEach
    void dismissCast() throws IOException {
        cast.close();
    }

    /** What many clients begin with, in turn; afterwards comes a byte now and then, and nobody reads. */
    enum Attack {
        RESOURCES(
                "POST /chat/api/v1/visitors HTTP/1.1\r\nContent-Length: 60\r\n",
                "POST /chat/api/v1/visitors HTTP/1.1\r\nTransfer-Encoding: chunked\r\n",
                "PUT /chat/api/v1/sites/shop HTTP/1.1\r\nContent-Length: 60\r\n",
                "DELETE /chat/api/v1/visitors HTTP/1.1\r\nContent-Length: 60\r\n"),
        LOGINS(
                "POST /chat/api/v1/login HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 60\r\n",
                "POST /chat/api/v1/login HTTP/1.1\r\n" + FORM + "Content-Length: 60\r\n"),
        POLLS(
                "POST /chat/api/v1/poll HTTP/1.1\r\nAuthorization: Bearer TOKEN\r\nContent-Length: 60\r\n",
                "POST /chat/api/v1/poll?wait=9 HTTP/1.1\r\nAuthorization: Bearer TOKEN\r\n" + FORM
                        + "Content-Length: 60\r\n"),
        FILES(
                "POST /chat/nothing/here HTTP/1.1\r\n" + FORM + "Content-Length: 60\r\n",
                "POST /chat/widget/?site=shop HTTP/1.1\r\n" + FORM + "Content-Length: 60\r\n"),
        HEADS("POST /chat/api/v1/visitors HTTP/1.1\r\nX-Endless: ") {
            @Override
            String request(int client, String token) {
                return heads[0];
            }
        },
        UNREAD("GET /chat/loader/parley.js HTTP/1.1\r\n", "GET /chat/api/v1/health HTTP/1.1\r\n") {
            @Override
            String request(int client, String token) {
                return super.request(client, token).repeat(PIPELINED);
            }
        };

        private static final int PIPELINED = 3;
        final String[] heads;

        Attack(String... heads) {
            this.heads = heads;
        }

        String request(int client, String token) {
            return heads[client % heads.length].replace("TOKEN", token) + "Host: localhost\r\n\r\n";
        }
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void honestPairShouldNotNotice(Attack attack) throws IOException {
        Talk talk = cast.talk();
        Duration quiet = slowestAck(talk, QUIET, () -> {});
        List<SlowClient> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(cast.keep(new SlowClient(ParleyServer.shared().origin(), 0x0200 + i % ADDRESSES)));
        }
        for (int i = 0; i < CLIENTS; i++) {
            clients.get(i).drip(attack.request(i, talk.person().token()));
        }
        Iterator<SlowClient> turns =
                Stream.generate(clients::stream).flatMap(all -> all).iterator();

        Duration besieged = slowestAck(talk, SIEGE, () -> turns.next().drip("x"));

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
                slow("POST /chat/api/v1/nothing HTTP/1.1", 60));
        for (SlowClient client : clients) {
            assertThat(client.status()).isEqualTo(408);
            assertThat(client.until("\"code\":\"timeout\"")).contains("application/problem+json");
        }
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
