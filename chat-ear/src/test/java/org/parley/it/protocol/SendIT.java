package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.it.client.Talk.numbers;
import static org.parley.it.client.Talk.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;
import org.parley.it.server.OnEveryInstallation;

@Tag(OnEveryInstallation.ARTEFACT)
class SendIT extends ProtocolSuite {

    @Test
    void messageShouldReachTheOtherSideAsItWasWritten() {
        Talk talk = cast.talk();
        String text = "<b>Grüße</b> 你好 مرحبا 👩‍👩‍👧 \"quoted\" \\ \t tab\nand a line";
        ObjectNode send = Json.frame("send", "id", "m-1", "conversation", talk.id(), "text", text);
        JsonNode ack = talk.visitor().ask(send);
        assertThat(ack.path("type").asText()).isEqualTo("ack");
        assertThat(ack.path("conversation").asText()).isEqualTo(talk.id());
        assertThat(ack.path("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

        JsonNode entry = talk.operator().awaitEntry(talk.id(), ack.path("seq").asInt());
        assertThat(entry.path("kind").asText()).isEqualTo("message");
        assertThat(entry.path("log").asText()).isEqualTo("public");
        assertThat(entry.path("text").asText()).isEqualTo(text);
        assertThat(entry.path("id").asText()).isEqualTo("m-1");
        assertThat(entry.path("at")).isEqualTo(ack.path("at"));
        assertThat(entry.at("/author/kind").asText()).isEqualTo("visitor");
        assertThat(entry.at("/author/id").asText()).isEqualTo(talk.person().id());
    }

    @Test
    void operatorsMessageShouldCarryTheName() {
        Talk talk = cast.talk();
        int seq = talk.say(talk.operator(), "How can I help?");
        JsonNode author = talk.visitor().awaitEntry(talk.id(), seq).path("author");
        assertThat(author.path("kind").asText()).isEqualTo("operator");
        assertThat(author.path("name").asText()).isEqualTo(talk.staff().name());
    }

    @Test
    void everyDeviceShouldGetTheEntry() {
        Talk talk = cast.talk();
        List<ChatSocket> devices = List.of(
                talk.visitor(),
                talk.person().live(),
                talk.person().live(),
                talk.operator(),
                talk.staff().live());
        int fromVisitor = talk.say(talk.visitor(), "from the visitor");
        int fromOperator = talk.say(talk.operator(), "from the operator");
        for (ChatSocket device : devices) {
            device.awaitEntry(talk.id(), fromVisitor);
            device.awaitEntry(talk.id(), fromOperator);
        }
    }

    @Test
    void strangersShouldGetNothing() {
        Talk talk = cast.talk();
        ChatSocket otherVisitor = cast.visitor().live();
        ChatSocket otherOperator = cast.operator().live();
        talk.say(talk.visitor(), "only for us");
        otherVisitor.ping();
        otherOperator.ping();
        assertThat(otherVisitor.entries(talk.id())).isEmpty();
        assertThat(otherOperator.entries(talk.id())).isEmpty();
    }

    @Test
    void repeatedIdShouldGetTheFirstAnswerAndStoreNothing() {
        Talk talk = cast.talk();
        ObjectNode send = Json.frame("send", "id", "m-1", "conversation", talk.id(), "text", "once");
        JsonNode first = talk.visitor().ask(send);
        JsonNode onSameDevice = talk.visitor().ask(send);
        JsonNode onOtherDevice = talk.person().live().ask(send);
        ObjectNode otherText = Json.frame("send", "id", "m-1", "conversation", talk.id(), "text", "something else");
        JsonNode changed = talk.visitor().ask(otherText);
        for (JsonNode answer : List.of(onSameDevice, onOtherDevice, changed)) {
            assertThat(answer.path("seq")).isEqualTo(first.path("seq"));
            assertThat(answer.path("at")).isEqualTo(first.path("at"));
        }
        assertThat(texts(talk.log(talk.visitor()))).containsExactly("once");
    }

    @Test
    void sameIdOfAnotherAuthorShouldBeAnotherMessage() {
        Talk talk = cast.talk();
        ObjectNode visitors = Json.frame("send", "id", "m-1", "conversation", talk.id(), "text", "mine");
        ObjectNode operators = Json.frame("send", "id", "m-1", "conversation", talk.id(), "text", "yours");
        JsonNode first = talk.visitor().ask(visitors);
        JsonNode second = talk.operator().ask(operators);
        assertThat(second.path("seq").asInt()).isEqualTo(first.path("seq").asInt() + 1);
    }

    @Test
    void parallelRepeatsShouldStoreOneEntry() {
        Talk talk = cast.talk();
        ObjectNode send = Json.frame("send", "id", "m-1", "conversation", talk.id(), "text", "once");
        List<ChatSocket> devices =
                IntStream.range(0, 6).mapToObj(i -> talk.person().live()).toList();
        List<CompletableFuture<JsonNode>> asked = devices.stream()
                .map(device -> CompletableFuture.supplyAsync(() -> device.ask(send.deepCopy())))
                .toList();
        List<Integer> numbers =
                numbers(asked.stream().map(CompletableFuture::join).toList());
        assertThat(numbers).containsOnly(numbers.get(0));
        assertThat(texts(talk.log(talk.visitor()))).containsExactly("once");
    }

    @Test
    void parallelSendingShouldLeaveNoGapAndOneOrder() {
        Talk talk = cast.talk();
        ChatSocket second = talk.person().live();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (ChatSocket writer : List.of(talk.visitor(), second, talk.operator())) {
            writers.add(CompletableFuture.runAsync(() -> sendWithoutWaiting(writer, talk.id(), 60)));
        }
        writers.forEach(CompletableFuture::join);
        int head = talk.head();
        List<Integer> all = IntStream.rangeClosed(1, head).boxed().toList();
        List<JsonNode> log = talk.log(talk.visitor());
        assertThat(numbers(log)).isEqualTo(all);
        assertThat(texts(log)).hasSize(180).doesNotHaveDuplicates();
        for (ChatSocket device : List.of(talk.visitor(), second, talk.operator())) {
            device.awaitEntry(talk.id(), head);
            List<JsonNode> live = device.entries(talk.id());
            assertThat(numbers(live)).isSorted().doesNotHaveDuplicates();
            int first = live.get(0).path("seq").asInt();
            assertThat(texts(live)).isEqualTo(texts(log.subList(first - 1, head)));
        }
    }

    @Test
    void oneSendersMessagesShouldKeepTheirOrder() {
        Talk talk = cast.talk();
        sendWithoutWaiting(talk.visitor(), talk.id(), 80);
        List<String> texts = texts(talk.log(talk.visitor()));
        List<String> expected = IntStream.range(0, 80)
                .mapToObj(i -> texts.get(0).replaceFirst(" 0$", " " + i))
                .toList();
        assertThat(texts).isEqualTo(expected);
    }

    @Test
    void visitorShouldWriteBeforeAnybodyAnswers() {
        Cast.Waiting waiting = cast.waiting();
        JsonNode ack = waiting.visitor().ack("send", "conversation", waiting.id(), "text", "Anybody there?");
        assertThat(ack.path("seq").asInt()).isPositive();
        ChatSocket operator = cast.operator().live();
        operator.ack("accept", "conversation", waiting.id());
        operator.awaitEntry(waiting.id(), ack.path("seq").asInt());
    }

    /** Sends everything at once and then waits for every ack. */
    private static void sendWithoutWaiting(ChatSocket writer, String conversation, int count) {
        String name = Cast.unique("w");
        for (int i = 0; i < count; i++) {
            String id = name + "-" + i;
            writer.send(Json.frame("send", "id", id, "conversation", conversation, "text", name + " " + i));
        }
        for (int i = 0; i < count; i++) {
            String id = name + "-" + i;
            JsonNode answer =
                    writer.await("ack", ack -> id.equals(ack.path("re").asText()));
            assertThat(answer.path("seq").asInt()).isPositive();
        }
    }
}
