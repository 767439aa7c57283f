package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;

/** Many devices of the same people, some of which were away. */
class DevicesIT extends ProtocolSuite {

    private static final int MANY = 10_000;
    private static final int PIPELINED = 500;

    @Test
    void everyDeviceShouldGetEveryEntryInTheSameOrder() {
        Talk talk = cast.talk();
        List<ChatSocket> devices = devices(talk);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < devices.size(); i++) {
            ChatSocket device = devices.get(i);
            String name = "d" + i;
            writers.add(new Thread(() -> write(device, talk.id(), name, 40)));
        }
        int before = talk.head();
        writers.forEach(Thread::start);
        int head = before + 40 * devices.size();
        devices.forEach(device -> device.awaitEntry(talk.id(), head));

        List<String> order = ids(devices.get(0), talk.id(), before);
        assertThat(order).hasSize(40 * devices.size()).doesNotHaveDuplicates();
        assertThat(devices).allSatisfy(device -> {
            assertThat(ids(device, talk.id(), before)).isEqualTo(order);
            assertThat(Talk.numbers(device.entries(talk.id()))).isSorted().doesNotHaveDuplicates();
        });
    }

    @Test
    void readShouldMoveOnAllDevicesOfEverybody() {
        Talk talk = cast.talk();
        List<ChatSocket> devices = devices(talk);
        int seq = talk.say(talk.operator(), "Read me");
        devices.get(1).awaitEntry(talk.id(), seq);
        devices.get(1).send(Json.frame("read", "conversation", talk.id(), "seq", seq));
        for (ChatSocket device : devices) {
            JsonNode receipt =
                    device.await("receipt", frame -> frame.path("read").asInt() == seq);
            assertThat(receipt.at("/participant/id").asText())
                    .isEqualTo(talk.person().id());
        }
    }

    @Test
    void deviceThatMissedOneEntryShouldGetThatOne() {
        Talk talk = cast.talk();
        int had = talk.say(talk.operator(), "before");
        int missed = talk.say(talk.operator(), "meanwhile");
        ChatSocket back = talk.person().connect();
        back.hello(cursor(talk.id(), had));
        assertThat(Talk.numbers(back.entries(talk.id()))).containsExactly(missed);
    }

    @Test
    void deviceThatMissedTenThousandShouldCatchUpWhileMoreComes() {
        Talk talk = cast.talk();
        int had = talk.head();
        write(talk.visitor(), talk.id(), "old", MANY);
        Thread more = new Thread(() -> write(talk.visitor(), talk.id(), "new", 400));
        more.start();
        ChatSocket back = talk.staff().connect();
        back.hello(cursor(talk.id(), had));
        int head = had + MANY + 400;
        await().atMost(Duration.ofSeconds(60))
                .until(() -> back.entries(talk.id()).size() >= MANY + 400);

        assertThat(Talk.numbers(back.entries(talk.id())))
                .isEqualTo(IntStream.rangeClosed(had + 1, head).boxed().toList());
        assertThat(Talk.texts(back.entries(talk.id()))).doesNotHaveDuplicates();
    }

    /** The database was restored from a backup, say. The summary tells the true head. */
    @Test
    void cursorBeyondTheHeadShouldCountAsTheHead() {
        Talk talk = cast.talk();
        int head = talk.say(talk.visitor(), "the last one");
        ChatSocket ahead = talk.person().connect();
        JsonNode welcome = ahead.hello(cursor(talk.id(), 9_000_000_000L));
        assertThat(welcome.at("/conversations/0/head/public").asInt()).isEqualTo(head);
        assertThat(ahead.entries(talk.id())).isEmpty();

        int next = talk.say(talk.operator(), "one more");
        ahead.awaitEntry(talk.id(), next);
        assertThat(Talk.numbers(ahead.entries(talk.id()))).containsExactly(next);
        assertThat(ahead.ping().at("/heads/" + talk.id() + "/public").asInt()).isEqualTo(next);
    }

    @Test
    void manyCursorsShouldBeBounded() {
        Talk talk = cast.talk();
        ChatSocket thousand = talk.person().connect();
        thousand.hello(strangeCursors(1000));
        thousand.ping();

        ChatSocket tooMany = talk.person().connect();
        tooMany.send(hello(strangeCursors(1001)));
        assertThat(tooMany.closeCode()).isEqualTo(4400);

        ChatSocket tooLong = talk.person().connect();
        tooLong.send(hello(strangeCursors(10_000)));
        assertThat(tooLong.await("error").path("code").asText()).isEqualTo("too-large");
        tooLong.hello();
    }

    @Test
    void repeatedAndReorderedIdsShouldBeOneEntryEach() {
        Talk talk = cast.talk();
        ChatSocket other = talk.person().live();
        List<String> order = List.of("m3", "m1", "m2", "m1", "m3", "m3");
        for (String id : order) {
            talk.visitor().send(send(talk.id(), id));
            other.send(send(talk.id(), id));
        }
        Set<String> seqs = new HashSet<>();
        for (String id : Set.copyOf(order)) {
            for (ChatSocket device : List.of(talk.visitor(), other)) {
                JsonNode ack =
                        device.await("ack", frame -> frame.path("re").asText().equals(id));
                seqs.add(id + "=" + ack.path("seq").asInt());
            }
        }
        assertThat(seqs).hasSize(3);
        assertThat(Talk.texts(Talk.log(talk.visitor(), talk.id()))).containsExactlyInAnyOrder("m1", "m2", "m3");
    }

    private static List<ChatSocket> devices(Talk talk) {
        return List.of(
                talk.visitor(),
                talk.person().live(),
                talk.person().live(),
                talk.operator(),
                talk.staff().live());
    }

    /** Writes without waiting for each answer. */
    private static void write(ChatSocket device, String conversation, String name, int count) {
        for (int i = 1; i <= count; i++) {
            device.send(send(conversation, name + "-" + i));
            if (i % PIPELINED == 0 || i == count) {
                String last = name + "-" + i;
                device.await("ack", ack -> ack.path("re").asText().equals(last));
            }
        }
    }

    private static ObjectNode send(String conversation, String id) {
        return Json.frame("send", "id", id, "conversation", conversation, "text", id);
    }

    private static List<String> ids(ChatSocket device, String conversation, int after) {
        return device.entries(conversation).stream()
                .filter(entry -> entry.path("seq").asInt() > after)
                .map(entry -> entry.path("id").asText())
                .toList();
    }

    private static JsonNode cursor(String conversation, long seq) {
        return Json.object(conversation, Json.object("public", seq, "internal", 0));
    }

    private static JsonNode strangeCursors(int count) {
        ObjectNode cursors = Json.object();
        for (int i = 0; i < count; i++) {
            cursors.set(UUID.randomUUID().toString(), Json.object("public", 1));
        }
        return cursors;
    }

    private static ObjectNode hello(JsonNode cursors) {
        return Json.frame("hello", "device", "d-many", "client", "it/1.0", "cursors", cursors);
    }
}
