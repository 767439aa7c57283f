package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.it.client.Talk.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;
import org.parley.it.server.OnEveryInstallation;

@Tag(OnEveryInstallation.ARTEFACT)
class HelloIT extends ProtocolSuite {

    @Test
    void welcomeShouldSayWhoAndHow() {
        Cast.Visitor visitor = cast.visitor();
        JsonNode welcome = visitor.connect().hello();
        assertThat(welcome.path("session").asText()).isNotBlank();
        assertThat(welcome.at("/self/kind").asText()).isEqualTo("visitor");
        assertThat(welcome.at("/self/id").asText()).isEqualTo(visitor.id());
        assertThat(welcome.path("heartbeat").asInt()).isEqualTo(25);
        assertThat(welcome.at("/limits/text").asInt()).isEqualTo(4000);
        assertThat(welcome.at("/limits/frame").asInt()).isEqualTo(65_536);
        assertThat(welcome.path("limits").has("mergeUndo")).isFalse();
        JsonNode limits = cast.operator().connect().hello().path("limits");
        assertThat(limits.path("mergeUndo").asInt()).isEqualTo(900);
        assertThat(limits.path("reopenHours").asInt()).isEqualTo(168);
        assertThat(welcome.path("conversations").isArray()).isTrue();
        assertThat(welcome.path("conversations")).isEmpty();
    }

    @Test
    void welcomeShouldTellOperatorNameRolesAndStatus() {
        Cast.Operator operator = cast.operator();
        JsonNode self = operator.connect().hello().path("self");
        assertThat(self.path("kind").asText()).isEqualTo("operator");
        assertThat(self.path("name").asText()).isEqualTo(operator.name());
        assertThat(self.path("roles")).extracting(JsonNode::asText).containsExactly("chat-operator");
        assertThat(self.path("status").asText()).isIn("accepting", "away", "offline");
    }

    @Test
    void welcomeShouldSummariseConversations() {
        Talk talk = cast.talk();
        talk.say(talk.visitor(), "Do you deliver to Malta?");
        JsonNode summary = summaryOf(talk.id(), talk.person().connect().hello()).orElseThrow();
        assertThat(summary.path("status").asText()).isEqualTo("active");
        assertThat(summary.at("/department/id").asText()).isNotBlank();
        assertThat(summary.at("/department/name").asText()).isEqualTo("Support");
        assertThat(summary.at("/owner/kind").asText()).isEqualTo("operator");
        assertThat(summary.at("/owner/name").asText()).isEqualTo(talk.staff().name());
        assertThat(summary.at("/visitor/id").asText()).isEqualTo(talk.person().id());
        assertThat(summary.at("/head/public").asInt()).isEqualTo(talk.head());
        assertThat(summary.path("opened").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(summary.path("subject").asText()).isEqualTo("Do you deliver to Malta?");
        assertThat(summary.path("version").isNumber()).isTrue();
    }

    @Test
    void operatorShouldBeWelcomedWithOwnConversations() {
        Talk talk = cast.talk();
        JsonNode welcome = talk.staff().connect().hello();
        assertThat(summaryOf(talk.id(), welcome)).isPresent();
        JsonNode others = cast.operator().connect().hello();
        assertThat(summaryOf(talk.id(), others)).isEmpty();
    }

    @Test
    void replayShouldGiveTheLastFiftyWithoutCursor() {
        Talk talk = cast.talk();
        say(talk, 70);
        int head = talk.head();
        ChatSocket device = talk.person().live();
        assertThat(numbers(device.entries(talk.id())))
                .isEqualTo(IntStream.rangeClosed(head - 49, head).boxed().toList());
        assertThatEntriesStandBetweenWelcomeAndSynced(device);
    }

    @Test
    void replayShouldGiveEverythingAfterTheCursor() {
        Talk talk = cast.talk();
        say(talk, 10);
        int head = talk.head();
        ChatSocket device = talk.person().connect();
        device.hello(cursor(talk.id(), head - 3));
        assertThat(numbers(device.entries(talk.id()))).containsExactly(head - 2, head - 1, head);
    }

    @Test
    void replayShouldBeEmptyWhenNothingIsMissing() {
        Talk talk = cast.talk();
        int head = talk.head();
        ChatSocket device = talk.person().connect();
        device.hello(cursor(talk.id(), head));
        assertThat(device.entries(talk.id())).isEmpty();
        int next = talk.say(talk.operator(), "Still there?");
        assertThat(next).isEqualTo(head + 1);
        device.awaitEntry(talk.id(), next);
    }

    @Test
    void bigReplayShouldBeWholeAndInOrder() {
        Talk talk = cast.talk();
        say(talk, 450);
        int head = talk.head();
        ChatSocket device = talk.person().connect();
        device.hello(cursor(talk.id(), 0));
        assertThat(numbers(device.entries(talk.id())))
                .isEqualTo(IntStream.rangeClosed(1, head).boxed().toList());
        assertThat(device.frames("synced")).hasSize(1);
    }

    @Test
    void replayAndLiveShouldMeetWithoutGap() {
        Talk talk = cast.talk();
        say(talk, 30);
        ChatSocket device = talk.person().connect();
        IntStream.range(0, 20)
                .forEach(i -> talk.visitor()
                        .send(Json.frame(
                                "send",
                                "id",
                                Cast.unique("m"),
                                "conversation",
                                talk.id(),
                                "text",
                                "while the other device says hello " + i)));
        device.hello(cursor(talk.id(), 0));
        int last = talk.say(talk.visitor(), "the last one");
        device.awaitEntry(talk.id(), last);
        assertThat(numbers(device.entries(talk.id())))
                .isEqualTo(IntStream.rangeClosed(1, last).boxed().toList());
    }

    @Test
    void strangersCursorShouldShowNothing() {
        Talk talk = cast.talk();
        talk.say(talk.visitor(), "private");
        ChatSocket stranger = cast.visitor().connect();
        JsonNode welcome = stranger.hello(cursor(talk.id(), 0));
        assertThat(summaryOf(talk.id(), welcome)).isEmpty();
        assertThat(stranger.entries(talk.id())).isEmpty();
    }

    @Test
    void anythingButHelloShouldCloseFirst() {
        for (String first : List.of("ping", "start", "watch")) {
            ChatSocket socket = cast.visitor().connect();
            socket.send(Json.frame(first, "id", "x1", "topics", List.of("queue")));
            JsonNode error = socket.await("error");
            assertThat(error.path("code").asText()).isEqualTo("protocol");
            assertThat(socket.closeCode()).isEqualTo(4400);
        }
    }

    private static void assertThatEntriesStandBetweenWelcomeAndSynced(ChatSocket device) {
        List<String> types = device.frames().stream()
                .map(frame -> frame.path("type").asText())
                .filter(type -> List.of("welcome", "entry", "synced").contains(type))
                .toList();
        assertThat(types).startsWith("welcome").endsWith("synced");
    }

    private static void say(Talk talk, int count) {
        String last = null;
        for (int i = 1; i <= count; i++) {
            last = Cast.unique("m");
            talk.visitor().send(Json.frame("send", "id", last, "conversation", talk.id(), "text", "line " + i));
        }
        String id = last;
        talk.visitor().await("ack", ack -> ack.path("re").asText().equals(id));
    }

    private static JsonNode cursor(String conversation, int seq) {
        return Json.object(conversation, Json.object("public", seq, "internal", 0));
    }

    private static java.util.Optional<JsonNode> summaryOf(String conversation, JsonNode welcome) {
        for (JsonNode summary : welcome.path("conversations")) {
            if (conversation.equals(summary.path("id").asText())) {
                return java.util.Optional.of(summary);
            }
        }
        return java.util.Optional.empty();
    }
}
