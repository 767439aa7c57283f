package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;

class CloseIT extends ProtocolSuite {

    @Test
    void closeShouldBeAnEntryThatBothSidesSee() {
        Talk talk = cast.talk();
        JsonNode ack = talk.operator().ack("close", "conversation", talk.id(), "reason", "solved");
        int seq = ack.path("seq").asInt();
        for (ChatSocket side : List.of(talk.visitor(), talk.operator())) {
            JsonNode entry = side.awaitEntry(talk.id(), seq);
            assertThat(entry.path("kind").asText()).isEqualTo("closed");
            assertThat(entry.at("/author/kind").asText()).isEqualTo("operator");
            assertThat(entry.at("/data/reason").asText()).isEqualTo("solved");
            JsonNode summary = side.await(
                    "conversation",
                    frame -> talk.id().equals(frame.path("id").asText())
                            && "closed".equals(frame.path("status").asText()));
            assertThat(summary.path("closed").asText()).isNotBlank();
        }
    }

    @Test
    void visitorShouldCloseToo() {
        Talk talk = cast.talk();
        talk.visitor().ack("close", "conversation", talk.id());
        JsonNode entry = talk.operator().awaitKind(talk.id(), "closed");
        assertThat(entry.at("/author/id").asText()).isEqualTo(talk.person().id());
    }

    @Test
    void aCloseWhileTheOperatorWritesShouldTakeAllOrNothingOfEachMessage() {
        Talk talk = cast.talk();
        CompletableFuture<List<JsonNode>> written = CompletableFuture.supplyAsync(() -> IntStream.range(0, 60)
                .mapToObj(i -> talk.operator().ask("send", "conversation", talk.id(), "text", "m" + i))
                .toList());

        int end = talk.visitor()
                .ack("close", "conversation", talk.id())
                .path("seq")
                .asInt();

        List<JsonNode> answers = written.join();
        List<JsonNode> log = talk.log(talk.visitor());
        assertThat(Talk.numbers(log))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, end).boxed().toList());
        assertThat(answers).allSatisfy(answer -> {
            if (answer.path("type").asText().equals("ack")) {
                assertThat(answer.path("seq").asInt()).isLessThan(end);
            } else {
                assertThat(answer.path("code").asText()).isEqualTo("closed");
            }
        });
        assertThat(Talk.texts(log)).hasSize((int) answers.stream()
                .filter(answer -> answer.path("type").asText().equals("ack"))
                .count());
    }

    @Test
    void nothingShouldBeSentAfterTheClose() {
        Talk talk = cast.talk();
        talk.operator().ack("close", "conversation", talk.id());
        int head = talk.head();
        talk.visitor().refused("closed", "send", "conversation", talk.id(), "text", "one more thing");
        talk.operator().refused("closed", "send", "conversation", talk.id(), "text", "me too");
        assertThat(talk.head()).isEqualTo(head);
    }

    @Test
    void idOfAMessageShouldCloseNothing() {
        Talk talk = cast.talk();
        talk.visitor().ask(Json.frame("send", "id", "m-1", "conversation", talk.id(), "text", "a message"));
        JsonNode answer = talk.visitor().ask(Json.frame("close", "id", "m-1", "conversation", talk.id()));
        assertThat(answer.path("code").asText()).isEqualTo("conflict");
        talk.say(talk.visitor(), "still open");
    }

    @Test
    void repeatOfAMessageFromBeforeTheCloseShouldGetItsAck() {
        Talk talk = cast.talk();
        JsonNode first =
                talk.visitor().ask(Json.frame("send", "id", "m-1", "conversation", talk.id(), "text", "just in time"));
        talk.operator().ack("close", "conversation", talk.id());
        JsonNode again =
                talk.visitor().ask(Json.frame("send", "id", "m-1", "conversation", talk.id(), "text", "just in time"));
        assertThat(again.path("type").asText()).isEqualTo("ack");
        assertThat(again.path("seq")).isEqualTo(first.path("seq"));
    }

    @Test
    void historyShouldStayReadable() {
        Talk talk = cast.talk();
        talk.say(talk.visitor(), "remember me");
        talk.operator().ack("close", "conversation", talk.id());
        assertThat(Talk.texts(talk.log(talk.visitor()))).containsExactly("remember me");
        JsonNode welcome = talk.person().connect().hello();
        assertThat(welcome.path("conversations"))
                .extracting(summary -> summary.path("id").asText())
                .contains(talk.id());
    }

    @Test
    void closedConversationShouldLeaveTheOperatorsDesk() {
        Talk talk = cast.talk();
        talk.visitor().ack("close", "conversation", talk.id());
        JsonNode welcome = talk.staff().connect().hello();
        assertThat(welcome.path("conversations"))
                .extracting(summary -> summary.path("id").asText())
                .doesNotContain(talk.id());
    }

    @Test
    void strangersShouldCloseNothing() {
        Talk talk = cast.talk();
        cast.visitor().live().refused("not-found", "close", "conversation", talk.id());
        cast.operator().live().refused("not-found", "close", "conversation", talk.id());
        assertThat(talk.say(talk.visitor(), "still open")).isPositive();
    }

    @Test
    void queuedConversationShouldBeClosedByItsVisitor() {
        Cast.Waiting waiting = cast.waiting();
        JsonNode ack = waiting.visitor().ack("close", "conversation", waiting.id());
        assertThat(ack.path("seq").asInt()).isPositive();
    }
}
