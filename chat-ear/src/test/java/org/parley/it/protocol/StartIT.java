package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;
import org.parley.it.server.OnEveryInstallation;

@Tag(OnEveryInstallation.ARTEFACT)
class StartIT extends ProtocolSuite {

    @Test
    void startShouldOpenAQueuedConversation() {
        ChatSocket visitor = cast.visitor().live();
        JsonNode ack = visitor.ack("start");
        assertThat(ack.path("created").asBoolean()).isTrue();
        String id = ack.path("conversation").asText();
        JsonNode summary = visitor.await(
                "conversation", frame -> id.equals(frame.path("id").asText()));
        assertThat(summary.path("status").asText()).isEqualTo("queued");
        assertThat(summary.path("owner").isNull()).isTrue();
    }

    @Test
    void startShouldGiveTheOpenConversationWhenThereIsOne() {
        Cast.Visitor visitor = cast.visitor();
        JsonNode first = visitor.live().ack("start");
        JsonNode second = visitor.live().ack("start");
        assertThat(second.path("created").asBoolean()).isFalse();
        assertThat(second.path("conversation")).isEqualTo(first.path("conversation"));
    }

    @Test
    void parallelStartsShouldOpenOneConversation() {
        Cast.Visitor visitor = cast.visitor();
        List<ChatSocket> tabs =
                IntStream.range(0, 5).mapToObj(i -> visitor.live()).toList();
        List<CompletableFuture<JsonNode>> starts = tabs.stream()
                .flatMap(tab -> Stream.generate(() -> CompletableFuture.supplyAsync(() -> tab.ack("start")))
                        .limit(6))
                .toList();
        List<JsonNode> acks = starts.stream().map(CompletableFuture::join).toList();
        assertThat(acks)
                .extracting(ack -> ack.path("conversation").asText())
                .containsOnly(acks.get(0).path("conversation").asText());
        assertThat(acks).filteredOn(ack -> ack.path("created").asBoolean()).hasSize(1);
    }

    @Test
    void nameThatTheVisitorGivesShouldBeTheirsEverywhereAtOnce() {
        ChatSocket desk = cast.operator().live();
        desk.ack("watch", "topics", List.of("queue"));
        Cast.Visitor person = cast.visitor();
        ChatSocket visitor = person.live();
        String id = visitor.ack("start", "text", "Hello?", "form", Json.object("name", " Ada ", "email", "a@b.c"))
                .path("conversation")
                .asText();
        awaitName(desk, "conversation", "/visitor/name", "Ada");
        awaitName(visitor, "entry", "/author/name", "Ada");

        Http.to(parley().at("/api/v1/visitors"))
                .bearer(person.token())
                .post(Json.object("site", cast.site(), "attributes", Json.object("name", "Ada L.")))
                .expect(201);
        awaitName(desk, "conversation", "/visitor/name", "Ada L.");
        awaitName(visitor, "conversation", "/visitor/name", "Ada L.");
        visitor.ack("send", "conversation", id, "text", "It is me");
        awaitName(visitor, "entry", "/author/name", "Ada L.");
        assertThat(person.live().await("welcome").at("/self/name").asText()).isEqualTo("Ada L.");

        visitor.ack("start", "form", Json.object("name", "Countess"));
        awaitName(desk, "conversation", "/visitor/name", "Countess");
        visitor.ack("start", "form", Json.object("question", "No name"));
        visitor.ack("send", "conversation", id, "text", "It is me again");
        awaitName(visitor, "entry", "/author/name", "Countess");
    }

    @Test
    void whoWaitsForNobodyShouldLeaveAMessageInstead() {
        ChatSocket visitor = cast.visitor().live();
        visitor.refused("invalid", "start", "offline", true);
        String id = visitor.ack("start", "text", "Hello?", "form", Json.object("question", "size"))
                .path("conversation")
                .asText();
        JsonNode left = visitor.ack("start", "offline", true, "form", Json.object("name", "Ada", "email", "a@b.c"));
        assertThat(left.path("conversation").asText()).isEqualTo(id);
        assertThat(left.path("created").asBoolean()).isFalse();
        JsonNode summary =
                visitor.await("conversation", frame -> frame.path("leftMessage").asBoolean());
        assertThat(summary.path("status").asText()).isEqualTo("queued");
        assertThat(summary.at("/visitor/name").asText()).isEqualTo("Ada");
        assertThat(Http.to(parley().at("/api/v1/conversations/" + id + "/form"))
                        .bearer(cast.token("chat-supervisor"))
                        .get()
                        .expect(200))
                .isEqualTo(Json.object("question", "size", "name", "Ada", "email", "a@b.c"));
    }

    private static void awaitName(ChatSocket device, String type, String place, String name) {
        device.await(type, frame -> frame.at(place).asText().equals(name));
    }

    @Test
    void firstTextShouldBeStoredWithTheStart() {
        ChatSocket visitor = cast.visitor().live();
        JsonNode ack = visitor.ask(Json.frame("start", "id", "s-1", "text", "Hello?"));
        String id = ack.path("conversation").asText();
        int seq = ack.path("seq").asInt();
        JsonNode entry = visitor.awaitEntry(id, seq);
        assertThat(entry.path("kind").asText()).isEqualTo("message");
        assertThat(entry.path("text").asText()).isEqualTo("Hello?");
        assertThat(entry.path("id").asText()).isEqualTo("s-1");
    }

    @Test
    void repeatedStartShouldStoreItsTextOnce() {
        Cast.Visitor visitor = cast.visitor();
        ChatSocket tab = visitor.live();
        JsonNode first = tab.ask(Json.frame("start", "id", "s-1", "text", "Hello?"));
        JsonNode again = visitor.live().ask(Json.frame("start", "id", "s-1", "text", "Hello?"));
        assertThat(again.path("conversation")).isEqualTo(first.path("conversation"));
        assertThat(again.path("seq")).isEqualTo(first.path("seq"));
        List<JsonNode> log = Talk.log(tab, first.path("conversation").asText());
        assertThat(Talk.texts(log)).containsExactly("Hello?");
    }

    @Test
    void startShouldOpenAnotherConversationAfterTheFirstWasClosed() {
        Cast.Waiting waiting = cast.waiting();
        waiting.visitor().ack("close", "conversation", waiting.id());
        JsonNode next = waiting.visitor().ack("start");
        assertThat(next.path("created").asBoolean()).isTrue();
        assertThat(next.path("conversation").asText()).isNotEqualTo(waiting.id());
    }

    @Test
    void visitorsShouldEachHaveTheirOwn() {
        assertThat(cast.waiting().id()).isNotEqualTo(cast.waiting().id());
    }

    @Test
    void startShouldBeForVisitors() {
        JsonNode answer = cast.operator().live().ask("start");
        assertThat(answer.path("type").asText()).isEqualTo("error");
        assertThat(answer.path("code").asText()).isEqualTo("forbidden");
    }

    @Test
    void badTextShouldStartNothing() {
        ChatSocket visitor = cast.visitor().live();
        visitor.refused("too-large", "start", "text", "x".repeat(4001));
        visitor.refused("invalid", "start", "text", "   ");
        assertThat(visitor.ack("start").path("created").asBoolean()).isTrue();
    }

    @Test
    void unknownDepartmentShouldStartNothing() {
        ChatSocket visitor = cast.visitor().live();
        visitor.refused("not-found", "start", "department", "nosuchdepartment");
        assertThat(visitor.ack("start").path("created").asBoolean()).isTrue();
    }
}
