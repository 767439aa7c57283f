package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Device;
import org.parley.it.client.Json;
import org.parley.it.client.PollSession;
import org.parley.it.client.Talk;

/** Devices in batch mode: several frames in a message, and acks that stand for one's own entries. */
class BatchIT extends ProtocolSuite {

    private static final int MANY = 200;

    @Test
    void onlyWhoAsksForItShouldBeInBatchMode() {
        ChatSocket asks = cast.visitor().connect();
        assertThat(asks.helloInBatches(Json.object()).path("batch").asBoolean()).isTrue();

        ChatSocket other = cast.visitor().connect();
        assertThat(other.hello().has("batch")).isFalse();
        other.send("[" + Json.frame("ping") + "]");
        assertThat(other.await("error").path("code").asText()).isEqualTo("protocol");
        assertThat(other.closeCode()).isEqualTo(4400);
    }

    @Test
    void theAckShouldStandForTheDevicesOwnEntryAndOtherDevicesGetIt() {
        Talk talk = cast.talk();
        ChatSocket device = inBatches(talk, talk.head());
        ChatSocket secondDevice = inBatches(talk, talk.head());

        JsonNode ack = device.ack("send", "conversation", talk.id(), "text", "Mine");
        int seq = ack.path("seq").asInt();

        assertThat(ack.hasNonNull("at")).isTrue();
        assertThat(device.ping().at("/heads/" + talk.id() + "/public").asInt()).isEqualTo(seq);
        assertThat(device.entries(talk.id())).isEmpty();
        for (Device other : List.of(secondDevice, talk.visitor(), talk.operator())) {
            JsonNode entry = other.awaitEntry(talk.id(), seq);
            assertThat(entry.path("id")).isEqualTo(ack.path("re"));
            assertThat(entry.path("at")).isEqualTo(ack.path("at"));
            assertThat(entry.path("text").asText()).isEqualTo("Mine");
        }
    }

    @Test
    void acksAndEntriesTogetherShouldBeTheLogInItsOrder() throws InterruptedException {
        Talk talk = cast.talk();
        int before = talk.head();
        ChatSocket visitor = inBatches(talk, before);
        ChatSocket operator = talk.staff().connect();
        operator.helloInBatches(cursor(talk, before));

        List<Thread> writers = List.of(writer(visitor, talk), writer(operator, talk));
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }

        List<Integer> all =
                IntStream.rangeClosed(before + 1, before + 2 * MANY).boxed().toList();
        for (ChatSocket device : List.of(visitor, operator)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> numbers(device, talk).size() >= all.size());
            device.ping();
            assertThat(numbers(device, talk)).isEqualTo(all);
            assertThat(device.frames("ack")).hasSize(MANY);
        }
    }

    @Test
    void anEntryWhoseAckGotLostShouldComeWithTheNextHello() {
        Talk talk = cast.talk();
        int before = talk.head();
        ChatSocket device = inBatches(talk, before);
        String id = UUID.randomUUID().toString();
        device.send(Json.frame("send", "conversation", talk.id(), "text", "Lost", "id", id));
        talk.operator().awaitEntry(talk.id(), before + 1);
        device.close();

        ChatSocket back = inBatches(talk, before);

        assertThat(back.awaitEntry(talk.id(), before + 1).path("id").asText()).isEqualTo(id);
        JsonNode again = back.ask(Json.frame("send", "conversation", talk.id(), "text", "Lost", "id", id));
        assertThat(again.path("seq").asInt()).isEqualTo(before + 1);
        assertThat(talk.head()).isEqualTo(before + 1);
    }

    @Test
    void framesOfAnArrayShouldEachBeAnsweredInTheirOrder() {
        Talk talk = cast.talk();
        ChatSocket operator = talk.staff().connect();
        operator.helloInBatches(cursor(talk, talk.head()));
        int before = operator.size();
        operator.send("[" + command("note", talk, "n-1") + "," + command("send", talk, "s-1") + ","
                + Json.frame("strange", "id", "x-1") + "," + command("send", talk, "s-2") + "]");

        assertThat(operator.awaitAnswer(before, "n-1").path("type").asText()).isEqualTo("ack");
        assertThat(operator.awaitAnswer(before, "x-1").path("code").asText()).isEqualTo("invalid");
        int first = operator.awaitAnswer(before, "s-1").path("seq").asInt();
        assertThat(operator.awaitAnswer(before, "s-2").path("seq").asInt()).isEqualTo(first + 1);
        operator.ping();
        assertThat(operator.frames("entry")).isEmpty();
    }

    @Test
    void aBadElementShouldEndTheConnectionAfterWhatCameBefore() {
        Talk talk = cast.talk();
        int head = talk.head();
        ChatSocket device = inBatches(talk, head);
        device.send("[" + command("send", talk, "good") + ",7," + command("send", talk, "late") + "]");

        assertThat(device.closeCode()).isEqualTo(4400);
        talk.operator().awaitEntry(talk.id(), head + 1);
        assertThat(talk.head()).isEqualTo(head + 1);
    }

    @Test
    void aPollShouldStayAsItIs() {
        Talk talk = cast.talk();
        int before = talk.head();
        PollSession poll = cast.poll(talk.person().token());
        assertThat(poll.helloInBatches(cursor(talk, before)).has("batch")).isFalse();

        int seq = talk.say(poll, "By poll");

        poll.awaitEntry(talk.id(), seq);
        assertThat(poll.frames()).allMatch(JsonNode::isObject);
    }

    private static ChatSocket inBatches(Talk talk, int had) {
        ChatSocket device = talk.person().connect();
        device.helloInBatches(cursor(talk, had));
        return device;
    }

    private static JsonNode cursor(Talk talk, int had) {
        return Json.object(talk.id(), Json.object("public", had, "internal", 99));
    }

    private static JsonNode command(String type, Talk talk, String id) {
        return Json.frame(type, "conversation", talk.id(), "text", id, "id", id);
    }

    /** Writes in messages of four, faster than anybody answers. */
    private static Thread writer(ChatSocket device, Talk talk) {
        return new Thread(() -> {
            for (int i = 0; i < MANY; i += 4) {
                List<String> four = IntStream.range(i, i + 4)
                        .mapToObj(n -> command("send", talk, device.hashCode() + "-" + n)
                                .toString())
                        .toList();
                device.send("[" + String.join(",", four) + "]");
            }
        });
    }

    /** The public numbers, in the order of their coming: of others' entries and of one's own acks. */
    private static List<Integer> numbers(ChatSocket device, Talk talk) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode frame : device.frames()) {
            boolean tells = List.of("entry", "ack").contains(frame.path("type").asText());
            if (tells && talk.id().equals(frame.path("conversation").asText())) {
                numbers.add(frame.path("seq").asInt());
            }
        }
        return numbers;
    }
}
