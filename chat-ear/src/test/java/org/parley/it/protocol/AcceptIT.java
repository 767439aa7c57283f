package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;

class AcceptIT extends ProtocolSuite {

    @Test
    void ofAHundredOperatorsExactlyOneShouldWin() {
        Cast.Waiting waiting = cast.waiting();
        List<ChatSocket> operators =
                IntStream.range(0, 100).mapToObj(i -> cast.operator().live()).toList();
        List<JsonNode> answers = allAtOnce(operators, waiting.id());
        List<JsonNode> winners = answers.stream().filter(AcceptIT::isAck).toList();
        List<JsonNode> losers =
                answers.stream().filter(answer -> !isAck(answer)).toList();
        assertThat(winners).hasSize(1);
        assertThat(losers)
                .hasSize(99)
                .allSatisfy(error -> assertThat(error.path("code").asText()).isEqualTo("taken"));

        JsonNode assigned = waiting.visitor().awaitKind(waiting.id(), "assigned");
        JsonNode owner = assigned.at("/data/operator");
        assertThat(losers).allSatisfy(error -> {
            assertThat(error.at("/owner/kind").asText()).isEqualTo("operator");
            assertThat(error.at("/owner/id")).isEqualTo(owner);
            assertThat(error.at("/owner/name").asText()).isNotBlank();
        });
        waiting.visitor().ping();
        assertThat(waiting.visitor().entries(waiting.id()))
                .filteredOn(entry -> entry.path("kind").asText().equals("assigned"))
                .hasSize(1);
    }

    @Test
    void ownerWhoAsksAgainShouldGetAckAgain() {
        Cast.Waiting waiting = cast.waiting();
        Cast.Operator operator = cast.operator();
        ChatSocket first = operator.live();
        first.ack("accept", "conversation", waiting.id());
        first.ack("accept", "conversation", waiting.id());
        operator.live().ack("accept", "conversation", waiting.id());
        assertThat(waiting.visitor()
                        .ack("sync", "conversation", waiting.id(), "log", "public", "after", 0)
                        .path("entries"))
                .filteredOn(entry -> entry.path("kind").asText().equals("assigned"))
                .hasSize(1);
    }

    @Test
    void bothSidesShouldLearnOfTheOwner() {
        Cast.Waiting waiting = cast.waiting();
        waiting.visitor().ack("send", "conversation", waiting.id(), "text", "before");
        Cast.Operator olivia = cast.operator();
        ChatSocket operator = olivia.live();
        operator.ack("accept", "conversation", waiting.id());
        for (ChatSocket side : List.of(operator, waiting.visitor())) {
            JsonNode summary = side.await(
                    "conversation",
                    frame -> waiting.id().equals(frame.path("id").asText())
                            && "active".equals(frame.path("status").asText()));
            assertThat(summary.at("/owner/name").asText()).isEqualTo(olivia.name());
            JsonNode assigned = side.awaitKind(waiting.id(), "assigned");
            assertThat(assigned.at("/author/kind").asText()).isEqualTo("operator");
            assertThat(assigned.at("/data/name").asText()).isEqualTo(olivia.name());
        }
        JsonNode before = operator.awaitKind(waiting.id(), "message");
        assertThat(before.path("text").asText()).isEqualTo("before");
    }

    @Test
    void unknownConversationShouldBeNotFound() {
        cast.operator().live().refused("not-found", "accept", "conversation", "c-nosuch");
    }

    @Test
    void closedConversationShouldNotBeAccepted() {
        Cast.Waiting waiting = cast.waiting();
        waiting.visitor().ack("close", "conversation", waiting.id());
        cast.operator().live().refused("closed", "accept", "conversation", waiting.id());
    }

    @Test
    void acceptShouldBeForOperators() {
        Cast.Waiting waiting = cast.waiting();
        waiting.visitor().refused("forbidden", "accept", "conversation", waiting.id());
    }

    private static List<JsonNode> allAtOnce(List<ChatSocket> operators, String conversation) {
        ExecutorService threads = Executors.newFixedThreadPool(operators.size());
        try {
            List<CompletableFuture<JsonNode>> asked = new ArrayList<>();
            for (ChatSocket operator : operators) {
                asked.add(CompletableFuture.supplyAsync(
                        () -> operator.ask("accept", "conversation", conversation), threads));
            }
            return asked.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static boolean isAck(JsonNode answer) {
        return "ack".equals(answer.path("type").asText());
    }
}
