package org.parley.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;
import org.parley.it.protocol.RestartedServerIT;
import org.parley.it.server.ParleyServer;
import org.parley.it.server.TestSettings;
import org.parley.it.server.Workshop;

/**
 * {@code kill -9} while messages are written, a new start, and a look at the log; on PostgreSQL {@code FaultIT} does
 * this.
 */
class CrashIT {

    private static final int ROUNDS = Workshop.FULL ? 2 : 1;
    private static final int ACKS_BEFORE_THE_KILL = 150;

    @Test
    void everyAcknowledgedMessageShouldBeThereOnceAfterAKill() throws IOException {
        ParleyServer server = RestartedServerIT.server();
        try (Cast cast = new Cast(server)) {
            Http signedIn = Http.to(server.at("/api/v1/sites")).bearer(Cast.login(server, TestSettings.ADMIN));
            Talk talk = cast.talk();
            Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
            Writer first = new Writer("v", talk.visitor(), talk.id(), acknowledged);
            Writer second = new Writer("o", talk.operator(), talk.id(), acknowledged);
            for (int round = 1; round <= ROUNDS; round++) {
                writeUntilKilled(server, first, second, round * ACKS_BEFORE_THE_KILL);
                server.start();
                assertThat(signedIn.get().status()).isEqualTo(200);
                first.reconnect(talk.person().live());
                second.reconnect(talk.staff().live());
                assertThatAllAreThere(Talk.log(first.socket, talk.id()), acknowledged);
            }
            // What was not acknowledged is sent again with the same id: the log holds it once.
            first.repeatAll();
            second.repeatAll();
            assertThatAllAreThere(Talk.log(first.socket, talk.id()), acknowledged);
            assertThat(Talk.texts(Talk.log(first.socket, talk.id()))).hasSize(first.count.get() + second.count.get());
        }
    }

    private static void writeUntilKilled(ParleyServer server, Writer first, Writer second, int acks) {
        Thread one = new Thread(first);
        Thread two = new Thread(second);
        one.start();
        two.start();
        await().pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(60))
                .until(() -> first.acknowledged.size() >= acks);
        server.kill();
        join(one);
        join(two);
    }

    private static void assertThatAllAreThere(Iterable<JsonNode> log, Map<String, Integer> acknowledged) {
        assertThat(Talk.numbers(log))
                .isEqualTo(IntStream.rangeClosed(1, Talk.numbers(log).size())
                        .boxed()
                        .toList());
        assertThat(Talk.texts(log)).doesNotHaveDuplicates();
        Map<String, Integer> stored = StreamSupport.stream(log.spliterator(), false)
                .filter(entry -> entry.path("kind").asText().equals("message"))
                .collect(Collectors.toMap(
                        entry -> entry.path("id").asText(),
                        entry -> entry.path("seq").asInt()));
        assertThat(stored).containsAllEntriesOf(acknowledged);
    }

    private static void join(Thread thread) {
        try {
            thread.join(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        assertThat(thread.isAlive()).isFalse();
    }

    /** One party that writes and writes, a few ahead of the acks. */
    private static final class Writer implements Runnable {

        private final String name;
        private final String conversation;
        private final Map<String, Integer> acknowledged;
        private final AtomicInteger count = new AtomicInteger();
        private volatile ChatSocket socket;

        Writer(String name, ChatSocket socket, String conversation, Map<String, Integer> acknowledged) {
            this.name = name;
            this.socket = socket;
            this.conversation = conversation;
            this.acknowledged = acknowledged;
        }

        @Override
        public void run() {
            try {
                while (socket.isOpen()) {
                    String id = name + "-" + count.incrementAndGet();
                    JsonNode answer = socket.ask(send(id));
                    remember(answer);
                }
            } catch (AssertionError | CompletionException e) {
                // The kill: this one got no answer.
                assertThat(socket.closeCode()).isNotEqualTo(1000);
            }
        }

        void reconnect(ChatSocket next) {
            socket = next;
        }

        void repeatAll() {
            for (int i = 1; i <= count.get(); i++) {
                remember(socket.ask(send(name + "-" + i)));
            }
        }

        private ObjectNode send(String id) {
            return Json.frame("send", "id", id, "conversation", conversation, "text", "message " + id);
        }

        private void remember(JsonNode answer) {
            assertThat(answer.path("type").asText()).as(answer.toString()).isEqualTo("ack");
            Integer before = acknowledged.put(
                    answer.path("re").asText(), answer.path("seq").asInt());
            assertThat(before == null || before == answer.path("seq").asInt()).isTrue();
        }
    }
}
