package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.it.client.Talk.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Talk;

class SyncIT extends ProtocolSuite {

    @Test
    void syncShouldPage() {
        Talk talk = cast.talk();
        IntStream.range(0, 25).forEach(i -> talk.say(talk.visitor(), "line " + i));
        int head = talk.head();
        JsonNode first = talk.sync(talk.operator(), 0, 10);
        assertThat(numbers(first.path("entries")))
                .isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
        assertThat(first.path("head").asInt()).isEqualTo(head);
        JsonNode next = talk.sync(talk.operator(), 10, 10);
        assertThat(numbers(next.path("entries")))
                .isEqualTo(IntStream.rangeClosed(11, 20).boxed().toList());
        assertThat(talk.sync(talk.operator(), head, 10).path("entries")).isEmpty();
        assertThat(numbers(talk.log(talk.operator())))
                .isEqualTo(IntStream.rangeClosed(1, head).boxed().toList());
    }

    @Test
    void syncedEntriesShouldBeWhatWasSentLive() {
        Talk talk = cast.talk();
        int seq = talk.say(talk.visitor(), "the same either way");
        JsonNode live = talk.operator().awaitEntry(talk.id(), seq);
        JsonNode synced = talk.sync(talk.operator(), seq - 1, 1).path("entries").path(0);
        for (String field : List.of("seq", "at", "kind", "author", "text", "id", "log", "conversation")) {
            assertThat(synced.path(field)).as(field).isEqualTo(live.path(field));
        }
    }

    @Test
    void syncShouldNeverGiveMoreThanTwoHundred() {
        Talk talk = cast.talk();
        IntStream.range(0, 210).forEach(i -> talk.say(talk.visitor(), "line " + i));
        assertThat(talk.sync(talk.visitor(), 0, 200).path("entries")).hasSize(200);
        JsonNode withoutLimit = talk.visitor().ack("sync", "conversation", talk.id(), "log", "public", "after", 0);
        assertThat(withoutLimit.path("entries").size()).isBetween(1, 200);
    }

    @Test
    void operatorShouldReadTheQueuedConversationBeforeAccepting() {
        Cast.Waiting waiting = cast.waiting();
        waiting.visitor().ack("send", "conversation", waiting.id(), "text", "first in line");
        List<JsonNode> log = Talk.log(cast.operator().live(), waiting.id());
        assertThat(Talk.texts(log)).containsExactly("first in line");
    }

    @Test
    void strangersShouldFindNothing() {
        Talk talk = cast.talk();
        ChatSocket visitor = cast.visitor().live();
        visitor.refused("not-found", "sync", "conversation", talk.id(), "log", "public", "after", 0);
        ChatSocket operator = cast.operator().live();
        operator.refused("not-found", "sync", "conversation", talk.id(), "log", "public", "after", 0);
    }

    @Test
    void internalLogShouldNotExistForVisitors() {
        Talk talk = cast.talk();
        JsonNode answer = talk.visitor().ask("sync", "conversation", talk.id(), "log", "internal", "after", 0);
        assertThat(answer.path("type").asText()).isEqualTo("error");
        assertThat(answer.path("code").asText()).isIn("not-found", "forbidden");
    }

    @Test
    void badFieldsShouldBeInvalid() {
        Talk talk = cast.talk();
        String id = talk.id();
        ChatSocket visitor = talk.visitor();
        visitor.refused("invalid", "sync", "conversation", id, "log", "secret", "after", 0);
        visitor.refused("invalid", "sync", "conversation", id, "log", "public", "after", "one");
        visitor.refused("invalid", "sync", "conversation", id, "log", "public", "after", -1);
        visitor.refused("invalid", "sync", "conversation", id, "log", "public", "after", 0, "limit", 0);
        visitor.refused("invalid", "sync", "log", "public", "after", 0);
    }

    @Test
    void pongShouldTellTheHeads() {
        Talk talk = cast.talk();
        int seq = talk.say(talk.visitor(), "the newest");
        JsonNode pong = talk.visitor().ping();
        assertThat(pong.path("heads").path(talk.id()).path("public").asInt()).isEqualTo(seq);
        assertThat(pong.path("heads").path(talk.id()).has("internal")).isFalse();
        JsonNode operators = talk.operator().ping();
        assertThat(operators.path("heads").path(talk.id()).path("public").asInt())
                .isEqualTo(seq);
    }
}
