package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;

class UpdateIT extends ProtocolSuite {

    @Test
    void ownerShouldLabelAndTheLogShouldTellWhoDid() {
        Talk talk = cast.talk();
        ChatSocket operator = talk.operator();
        operator.ack("update", "conversation", talk.id(), "tags", List.of("VIP", "refund", "vip"), "priority", "high");
        JsonNode summary = operator.await(
                "conversation", frame -> "high".equals(frame.path("priority").asText()));
        assertThat(summary.path("tags")).isEqualTo(Json.parse("[\"vip\",\"refund\"]"));
        JsonNode entry = operator.awaitKind(talk.id(), "routing");
        assertThat(entry.path("log").asText()).isEqualTo("internal");
        assertThat(entry.path("data")).isEqualTo(Json.object("tags", "vip refund", "priority", "high"));

        operator.ack("update", "conversation", talk.id(), "priority", "high", "tags", List.of("vip", "refund"));
        operator.ack("update", "conversation", talk.id(), "priority", "low");
        operator.await(
                "entry",
                frame -> "{\"priority\":\"low\"}".equals(frame.path("data").toString()));
        operator.ping();
        assertThat(operator.frames("entry").stream()
                        .filter(frame -> "routing".equals(frame.path("kind").asText())))
                .hasSize(2);
    }

    @Test
    void visitorShouldLearnNothingOfIt() {
        Talk talk = cast.talk();
        talk.operator().ack("update", "conversation", talk.id(), "tags", List.of("difficult"), "priority", "urgent");
        talk.operator().ack("send", "conversation", talk.id(), "text", "Hello");
        talk.visitor().await("entry", frame -> "Hello".equals(frame.path("text").asText()));
        assertThat(talk.visitor().frames().toString()).doesNotContain("difficult", "urgent", "routing");
        talk.visitor().refused("forbidden", "update", "conversation", talk.id(), "priority", "low");
    }

    @Test
    void onlyTheOwnerAndThoseWhoOverseeShouldLabel() {
        Talk talk = cast.talk();
        cast.operator().live().refused("not-found", "update", "conversation", talk.id(), "priority", "low");
        Cast.Waiting waiting = cast.waiting();
        cast.operator().live().refused("forbidden", "update", "conversation", waiting.id(), "priority", "low");
        cast.staff("chat-supervisor").live().ack("update", "conversation", waiting.id(), "priority", "urgent");
    }

    @Test
    void badLabelsShouldBeRefusedAndChangeNothing() {
        Talk talk = cast.talk();
        ChatSocket operator = talk.operator();
        List<String> many = IntStream.range(0, 11).mapToObj(i -> "tag" + i).toList();
        assertInvalid(operator, talk, "tags", many);
        assertInvalid(operator, talk, "tags", List.of("two words"));
        assertInvalid(operator, talk, "tags", List.of(""));
        assertInvalid(operator, talk, "tags", List.of("x".repeat(33)));
        assertInvalid(operator, talk, "tags", "vip");
        assertInvalid(operator, talk, "priority", "highest");
        operator.ping();
        assertThat(operator.frames("conversation"))
                .allSatisfy(summary -> assertThat(summary.path("tags")).isEmpty());
    }

    private static void assertInvalid(ChatSocket operator, Talk talk, String field, Object value) {
        JsonNode refusal = operator.refused("invalid", "update", "conversation", talk.id(), field, value);
        assertThat(refusal.path("field").asText()).isEqualTo(field);
    }
}
