package org.parley.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Device;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;
import org.parley.it.server.Parley;

/** An orderly end while people write: everybody is told, and every acknowledged message is there. */
final class OrderlyEnd {

    private static final int BYSTANDERS = 20;
    private static final int ACKS_BEFORE_THE_STOP = 300;

    private OrderlyEnd() {}

    /** @param restart ends the application in order, and returns when it serves again */
    static void everybodyShouldBeTold(Parley server, Runnable restart) throws IOException {
        try (Cast cast = new Cast(server);
                Newcomers newcomers = new Newcomers(cast)) {
            Talk talk = cast.talk();
            List<Device> bystanders = new ArrayList<>();
            bystanders.add(cast.visitor().polling());
            for (int i = 0; i < BYSTANDERS; i++) {
                bystanders.add(cast.visitor().live());
            }
            Thread visitor = new Thread(() -> write(talk.visitor(), talk.id(), "v"));
            Thread operator = new Thread(() -> write(talk.operator(), talk.id(), "o"));
            visitor.start();
            operator.start();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> acks(talk.visitor()).size() > ACKS_BEFORE_THE_STOP);

            restart.run();
            // Within the time that an owner may be gone: it begins with the server.
            ChatSocket back = talk.staff().live();

            newcomers.stop();
            bystanders.add(talk.visitor());
            bystanders.add(talk.operator());
            assertThat(bystanders).extracting(Device::closeCode).containsOnly(4503);
            assertThat(bystanders).allSatisfy(OrderlyEnd::assertThatByeCameLast);
            List<JsonNode> log = Talk.log(talk.person().live(), talk.id());
            assertThat(Talk.numbers(log))
                    .isEqualTo(IntStream.rangeClosed(1, log.size()).boxed().toList());
            assertThat(Talk.texts(log)).doesNotHaveDuplicates();
            Map<String, Integer> stored = log.stream()
                    .filter(entry -> entry.path("kind").asText().equals("message"))
                    .collect(Collectors.toMap(
                            entry -> entry.path("id").asText(),
                            entry -> entry.path("seq").asInt()));
            assertThat(stored).containsAllEntriesOf(acks(talk.visitor()));
            assertThat(stored).containsAllEntriesOf(acks(talk.operator()));
            assertThat(log).extracting(entry -> entry.path("kind").asText()).doesNotContain("left");
            back.ack("send", "conversation", talk.id(), "text", "It is mine as before.");
            newcomers.shouldAllBeThere();
        }
    }

    private static void assertThatByeCameLast(Device device) {
        JsonNode last = device.frames().get(device.size() - 1);
        assertThat(last.path("type").asText()).as(last.toString()).isEqualTo("bye");
        assertThat(last.path("code").asInt()).isEqualTo(4503);
        assertThat(last.path("reconnect").asBoolean()).isTrue();
    }

    private static Map<String, Integer> acks(ChatSocket socket) {
        return socket.frames("ack").stream()
                .filter(ack -> ack.has("seq"))
                .collect(Collectors.toMap(
                        ack -> ack.path("re").asText(), ack -> ack.path("seq").asInt(), (one, same) -> one));
    }

    /** Writes and never waits for an answer, so that there is always something on its way. */
    private static void write(ChatSocket socket, String conversation, String name) {
        try {
            for (int i = 0; socket.isOpen(); i++) {
                socket.send(Json.frame("send", "id", name + "-" + i, "conversation", conversation, "text", name + i));
                if (i % 5 == 4) {
                    String last = name + "-" + i;
                    socket.await("ack", ack -> ack.path("re").asText().equals(last));
                }
            }
        } catch (AssertionError | CompletionException e) {
            // The stop came in between; the test asks how the socket was closed.
        }
    }
}
