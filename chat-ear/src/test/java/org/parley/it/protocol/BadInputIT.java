package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Json;
import org.parley.it.client.RawSocket;
import org.parley.it.client.Talk;

/**
 * Bad input of every kind: it gets the protocol's error, stores nothing, and the connection stays or ends as the
 * protocol says.
 */
class BadInputIT extends ProtocolSuite {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "nonsense",
                "{\"type\":\"ping\"",
                "{\"type\":\"ping\"}}",
                "{\"type\":\"ping\"} {\"type\":\"ping\"}",
                "{'type':'ping'}",
                "[]",
                "[{\"type\":\"ping\"}]",
                "null",
                "42",
                "\"ping\"",
                "{}",
                "{\"type\":null}"
            })
    void whatIsNoFrameShouldCloseTheConnection(String text) {
        Talk talk = cast.talk();
        int head = talk.head();
        ChatSocket device = talk.person().live();
        device.send(text);
        assertThat(device.await("error").path("code").asText()).isEqualTo("protocol");
        assertThat(device.closeCode()).isEqualTo(4400);
        JsonNode bye = device.frames().get(device.size() - 1);
        if ("bye".equals(bye.path("type").asText())) {
            assertThat(bye.path("code").asInt()).isEqualTo(4400);
            assertThat(bye.path("reconnect").asBoolean()).isFalse();
        }
        assertThat(talk.head()).isEqualTo(head);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":7}", "{\"type\":{\"type\":\"ping\"}}", "{\"type\":[]}", "{\"type\":\"\"}"})
    void strangeTypesShouldBeRefused(String text) {
        ChatSocket device = cast.visitor().live();
        device.send(text);
        assertThat(device.await("error").path("code").asText()).isIn("invalid", "protocol");
    }

    @Test
    void deepNestingShouldHarmNobody() {
        Talk talk = cast.talk();
        ChatSocket device = talk.person().live();
        int before = device.size();
        device.send("{\"type\":\"ping\",\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");
        device.awaitAfter(before, List.of("pong", "error"));
        talk.visitor().ping();
        talk.say(talk.operator(), "all is well");
    }

    @Test
    void binaryFrameShouldCloseTheConnection() {
        ChatSocket device = cast.visitor().live();
        device.sendBinary("{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(device.await("error").path("code").asText()).isEqualTo("protocol");
        assertThat(device.closeCode()).isEqualTo(4400);
    }

    @Test
    void invalidUtf8ShouldCloseTheConnection() throws IOException {
        Talk talk = cast.talk();
        int head = talk.head();
        RawSocket raw = cast.keep(RawSocket.open(parley(), talk.person().token()));
        raw.send(Json.frame("hello", "device", "d-raw", "client", "it/1.0", "cursors", Json.object()));
        raw.readUntil("synced");
        byte[] frame = Json.frame("send", "id", "m-1", "conversation", talk.id(), "text", "broken: ##")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < frame.length; i++) {
            if (frame[i] == '#') {
                frame[i] = (byte) 0xC3;
            }
        }
        raw.send(RawSocket.TEXT, frame);
        assertThat(raw.readToTheEnd()).isEqualTo(1007);
        assertThat(talk.head()).isEqualTo(head);
    }

    @Test
    void unknownTypeShouldBeInvalidAndLeaveTheConnection() {
        ChatSocket device = cast.visitor().live();
        JsonNode error = device.refused("invalid", "frobnicate", "with", "care");
        assertThat(error.path("field").asText()).isEqualTo("type");
        assertThat(error.path("message").asText()).isNotBlank();
        device.ping();
    }

    @Test
    void unknownFieldsShouldBeIgnored() {
        Talk talk = cast.talk();
        JsonNode ack = talk.visitor()
                .ack(
                        "send",
                        "conversation",
                        talk.id(),
                        "text",
                        "hello",
                        "mood",
                        "curious",
                        "extra",
                        Json.object("deep", List.of(1, 2)));
        assertThat(ack.path("seq").asInt()).isPositive();
    }

    @Test
    void frameOverTheLimitShouldBeTooLargeAndLeaveTheConnection() {
        Talk talk = cast.talk();
        int head = talk.head();
        String text = "x".repeat(65 * 1024);
        talk.visitor().send(Json.frame("send", "id", "m-1", "conversation", talk.id(), "text", text));
        JsonNode error = talk.visitor().await("error");
        assertThat(error.path("code").asText()).isEqualTo("too-large");
        assertThat(talk.head()).isEqualTo(head);
        assertThat(talk.say(talk.visitor(), "a short one")).isEqualTo(head + 1);
    }

    @Test
    void frameWithinTheLimitShouldBeRead() {
        ChatSocket device = cast.visitor().live();
        ObjectNode ping = Json.frame("ping", "padding", "");
        ping.put("padding", "x".repeat(65_536 - ping.toString().length()));
        assertThat(ping.toString()).hasSize(65_536);
        device.send(ping);
        device.await("pong");
    }

    @Test
    void textOverTheLimitShouldBeTooLarge() {
        Talk talk = cast.talk();
        int head = talk.head();
        JsonNode error =
                talk.visitor().refused("too-large", "send", "conversation", talk.id(), "text", "x".repeat(4001));
        assertThat(error.path("field").asText()).isEqualTo("text");
        // 2001 characters that are two UTF-16 units each
        talk.visitor().refused("too-large", "send", "conversation", talk.id(), "text", "😀".repeat(2001));
        assertThat(talk.head()).isEqualTo(head);
    }

    @Test
    void textAtTheLimitShouldBeStored() {
        Talk talk = cast.talk();
        int seq = talk.say(talk.visitor(), "😀".repeat(2000));
        assertThat(talk.operator().awaitEntry(talk.id(), seq).path("text").asText())
                .isEqualTo("😀".repeat(2000));
    }

    @Test
    void charactersThatNobodyTypesShouldBeInvalid() {
        Talk talk = cast.talk();
        int head = talk.head();
        List<String> escaped = List.of(
                "a\\u0000b", "a\\u0007b", "a\\u001bb", "a\\u000bb", "a\\u007fb", "a\\u0085b", "a\\ud800b", "a\\udc00b");
        for (String text : escaped) {
            String id = Cast.unique("m");
            int before = talk.visitor().size();
            talk.visitor()
                    .send("{\"type\":\"send\",\"id\":\"" + id + "\",\"conversation\":\"" + talk.id() + "\",\"text\":\""
                            + text + "\"}");
            JsonNode answer = talk.visitor().awaitAfter(before, "error", frame -> true);
            assertThat(answer.path("re").asText()).as(text).isEqualTo(id);
            assertThat(answer.path("code").asText()).as(text).isEqualTo("invalid");
            assertThat(answer.path("field").asText()).as(text).isEqualTo("text");
        }
        assertThat(talk.head()).isEqualTo(head);
    }

    @Test
    void emptyTextShouldBeInvalid() {
        Talk talk = cast.talk();
        int head = talk.head();
        for (String text : List.of("", " ", "\n\t ", "\u00a0\u2003")) {
            JsonNode error = talk.visitor().refused("invalid", "send", "conversation", talk.id(), "text", text);
            assertThat(error.path("field").asText()).isEqualTo("text");
        }
        assertThat(talk.head()).isEqualTo(head);
    }

    @Test
    void missingAndMistypedFieldsShouldBeNamed() {
        Talk talk = cast.talk();
        int head = talk.head();
        ChatSocket visitor = talk.visitor();
        field("text", visitor.refused("invalid", "send", "conversation", talk.id()));
        field("text", visitor.refused("invalid", "send", "conversation", talk.id(), "text", 42));
        field("text", visitor.refused("invalid", "send", "conversation", talk.id(), "text", List.of("a")));
        field("conversation", visitor.refused("invalid", "send", "text", "to whom?"));
        field("conversation", visitor.refused("invalid", "send", "conversation", 7, "text", "to whom?"));
        field("conversation", visitor.refused("invalid", "close"));
        field("conversation", talk.operator().refused("invalid", "accept"));
        assertThat(talk.head()).isEqualTo(head);
    }

    @Test
    void badCommandIdsShouldBeInvalid() {
        Talk talk = cast.talk();
        int head = talk.head();
        String rest = "\"conversation\":\"" + talk.id() + "\",\"text\":\"no\"}";
        List<String> ids = List.of(
                "",
                "\"id\":\"\",",
                "\"id\":7,",
                "\"id\":null,",
                "\"id\":\"a b\",",
                "\"id\":\"é\",",
                "\"id\":\"" + "x".repeat(65) + "\",");
        for (String id : ids) {
            int before = talk.visitor().size();
            talk.visitor().send("{\"type\":\"send\"," + id + rest);
            JsonNode error = talk.visitor().awaitAfter(before, "error", frame -> true);
            assertThat(error.path("code").asText()).as(id).isEqualTo("invalid");
            field("id", error);
        }
        assertThat(talk.head()).isEqualTo(head);
        ObjectNode longest =
                Json.frame("send", "id", "aZ09._:-" + "x".repeat(56), "conversation", talk.id(), "text", "yes");
        assertThat(talk.visitor().ask(longest).path("type").asText()).isEqualTo("ack");
    }

    @Test
    void foreignConversationShouldBeNotFound() {
        Talk talk = cast.talk();
        int head = talk.head();
        ChatSocket visitor = cast.visitor().live();
        ChatSocket operator = cast.operator().live();
        for (ChatSocket stranger : List.of(visitor, operator)) {
            JsonNode foreign = stranger.refused("not-found", "send", "conversation", talk.id(), "text", "hi");
            JsonNode unknown = stranger.refused("not-found", "send", "conversation", "c-nosuch", "text", "hi");
            assertThat(foreign.path("message")).isEqualTo(unknown.path("message"));
            stranger.send(Json.frame("read", "conversation", talk.id(), "seq", head));
            stranger.send(Json.frame("typing", "conversation", talk.id(), "text", "intruder"));
            stranger.ping();
        }
        talk.operator().ping();
        talk.visitor().ping();
        assertThat(talk.operator().frames().toString()).doesNotContain("intruder");
        assertThat(talk.visitor().frames("receipt"))
                .noneMatch(frame -> frame.path("read").asInt() == head);
        assertThat(talk.head()).isEqualTo(head);
    }

    @Test
    void conversationIdsShouldBeOnlyIds() {
        ChatSocket visitor = cast.visitor().live();
        List<String> ids = List.of("' or '1'='1", "../../etc/passwd", "c-\u0000", "x".repeat(5000), "%00", "null");
        for (String id : ids) {
            JsonNode answer = visitor.ask("send", "conversation", id, "text", "hi");
            assertThat(answer.path("code").asText()).as(id).isIn("not-found", "invalid", "too-large");
        }
        visitor.ping();
    }

    @Test
    void markupShouldStayText() {
        Talk talk = cast.talk();
        String text = "<script>alert(1)</script><img src=x onerror=alert(2)>&amp;{{7*7}}${7*7}";
        int seq = talk.say(talk.visitor(), text);
        assertThat(talk.operator().awaitEntry(talk.id(), seq).path("text").asText())
                .isEqualTo(text);
        assertThat(Talk.texts(talk.log(talk.operator()))).containsExactly(text);
    }

    @Test
    void strangeCursorsShouldHarmNobody() {
        Talk talk = cast.talk();
        int head = talk.head();
        ChatSocket ahead = talk.person().connect();
        ahead.hello(Json.object(talk.id(), Json.object("public", head + 1_000_000)));
        int next = talk.say(talk.operator(), "still here");
        ahead.awaitEntry(talk.id(), next);

        ChatSocket unknown = talk.person().connect();
        unknown.hello(Json.object("c-nosuch", Json.object("public", 3), "", Json.object()));

        for (JsonNode cursors : List.of(
                Json.object("cursors", List.of(1)).path("cursors"),
                Json.object("cursors", "all").path("cursors"),
                Json.object(talk.id(), "newest"),
                Json.object(talk.id(), Json.object("public", "one")),
                Json.object(talk.id(), Json.object("public", -5)))) {
            ChatSocket device = talk.person().connect();
            device.send(Json.frame("hello", "device", "d-1", "client", "it/1.0", "cursors", cursors));
            JsonNode error = device.await("error");
            assertThat(error.path("code").asText()).as(cursors.toString()).isIn("invalid", "protocol");
        }
    }

    @Test
    void duplicateFieldsAndBigNumbersShouldHarmNobody() {
        Talk talk = cast.talk();
        int head = talk.head();
        talk.visitor().send("{\"type\":\"read\",\"conversation\":\"" + talk.id() + "\",\"seq\":1e400}");
        talk.visitor().send("{\"type\":\"read\",\"conversation\":\"" + talk.id() + "\",\"seq\":99999999999999999999}");
        talk.visitor().send("{\"type\":\"read\",\"conversation\":\"" + talk.id() + "\",\"seq\":1.5}");
        talk.visitor().send("{\"type\":\"read\",\"conversation\":\"" + talk.id() + "\",\"seq\":-1}");
        talk.visitor().ping();
        assertThat(talk.head()).isEqualTo(head);
    }

    private static void field(String name, JsonNode error) {
        assertThat(error.path("field").asText()).as(error.toString()).isEqualTo(name);
    }
}
