package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Device;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;

class TransferIT extends ProtocolSuite {

    @Test
    void aColleagueShouldBeAskedAndTheSendersAccessShouldEnd() {
        Talk talk = cast.talk();
        talk.say(talk.visitor(), "before");
        Cast.Operator ben = cast.operator();
        ChatSocket bens = ben.live();

        JsonNode ack = talk.operator()
                .ack("transfer", "conversation", talk.id(), "to", to("operator", idOf(bens)), "note", "Needs a refund");

        assertThat(ack.path("seq").asInt()).isPositive();
        JsonNode offer = awaitOffer(bens, talk.id()).path("offer");
        assertThat(offer.at("/operator/name").asText()).isEqualTo(ben.name());
        assertThat(offer.at("/from/name").asText()).isEqualTo(talk.staff().name());
        assertThat(offer.path("note").asText()).isEqualTo("Needs a refund");
        assertThat(bens.awaitKind(talk.id(), "message").path("text").asText()).isEqualTo("before");
        assertThat(bens.awaitKind(talk.id(), "routing").path("text").asText()).isEqualTo("Needs a refund");
        for (Device side : List.of(talk.visitor(), talk.operator(), bens)) {
            assertThat(side.awaitKind(talk.id(), "transferred").at("/data/name").asText())
                    .isEqualTo(ben.name());
        }
        assertThat(talk.visitor().frames("entry"))
                .noneMatch(entry -> entry.path("kind").asText().equals("routing"));
        talk.operator().refused("forbidden", "send", "conversation", talk.id(), "text", "still me?");

        bens.ack("accept", "conversation", talk.id());
        int seq = talk.say(bens, "hello from Ben");
        assertThat(talk.visitor().awaitEntry(talk.id(), seq).path("text").asText())
                .isEqualTo("hello from Ben");
        talk.operator().refused("not-found", "send", "conversation", talk.id(), "text", "and now?");
        talk.say(talk.visitor(), "for Ben only");
        talk.operator().ping();
        assertThat(Talk.texts(talk.operator().entries(talk.id()))).doesNotContain("hello from Ben", "for Ben only");
    }

    @Test
    void aRefusedTransferShouldComeBack() {
        Talk talk = cast.talk();
        ChatSocket bens = cast.operator().live();
        talk.operator().ack("transfer", "conversation", talk.id(), "to", to("operator", idOf(bens)));
        awaitOffer(bens, talk.id());
        int before = talk.operator().size();

        bens.ack("decline", "conversation", talk.id());

        JsonNode back = talk.operator()
                .awaitAfter(
                        before,
                        "entry",
                        entry -> entry.at("/data/returned").asText().equals("true"));
        assertThat(back.path("kind").asText()).isEqualTo("assigned");
        talk.say(talk.operator(), "here I am again");
        assertThat(bens.await(
                                "conversation",
                                frame -> frame.path("id").asText().equals(talk.id())
                                        && frame.path("status").asText().equals("active"))
                        .at("/owner/name")
                        .asText())
                .isEqualTo(talk.staff().name());
        bens.refused("conflict", "decline", "conversation", talk.id());
    }

    @Test
    void aRepeatedTransferShouldGetTheFirstAnswer() {
        Talk talk = cast.talk();
        ChatSocket bens = cast.operator().live();
        Object[] fields = {
            "id", UUID.randomUUID().toString(), "conversation", talk.id(), "to", to("operator", idOf(bens))
        };

        JsonNode first = talk.operator().ack("transfer", fields);
        JsonNode again = talk.operator().ack("transfer", fields);

        assertThat(again.path("seq")).isEqualTo(first.path("seq"));
        bens.ack("accept", "conversation", talk.id());
        assertThat(talk.log(talk.visitor()))
                .filteredOn(entry -> entry.path("kind").asText().equals("transferred"))
                .hasSize(1);
    }

    @Test
    void badTargetsShouldChangeNothing() {
        Talk talk = cast.talk();
        ChatSocket operator = talk.operator();
        String me = idOf(operator);
        ChatSocket gone = cast.operator().live();
        String goneId = idOf(gone);
        gone.ack("status", "status", "away");
        int head = talk.head();

        assertThat(operator.refused("invalid", "transfer", "conversation", talk.id(), "to", to("operator", me))
                        .path("field")
                        .asText())
                .isEqualTo("to");
        operator.refused("invalid", "transfer", "conversation", talk.id(), "to", Json.object());
        operator.refused("invalid", "transfer", "conversation", talk.id());
        operator.refused(
                "not-found",
                "transfer",
                "conversation",
                talk.id(),
                "to",
                to("operator", UUID.randomUUID().toString()));
        operator.refused("not-found", "transfer", "conversation", talk.id(), "to", to("operator", "nobody"));
        operator.refused(
                "not-found",
                "transfer",
                "conversation",
                talk.id(),
                "to",
                to("department", UUID.randomUUID().toString()));
        operator.refused("unreachable", "transfer", "conversation", talk.id(), "to", to("operator", goneId));
        cast.operator().live().refused("not-found", "transfer", "conversation", talk.id(), "to", to("operator", me));
        talk.visitor().refused("forbidden", "transfer", "conversation", talk.id(), "to", to("operator", me));

        assertThat(talk.head()).isEqualTo(head);
        talk.say(operator, "still mine");
    }

    @Test
    void aTransferWhileTheVisitorSendsShouldLoseNothing() throws Exception {
        Talk talk = cast.talk();
        ChatSocket bens = cast.operator().live();
        Thread sending = new Thread(() -> {
            for (int i = 0; i < 40; i++) {
                talk.say(talk.visitor(), "m" + i);
            }
        });
        sending.start();
        talk.operator().ack("transfer", "conversation", talk.id(), "to", to("operator", idOf(bens)));
        bens.ack("accept", "conversation", talk.id());
        sending.join();
        int last = talk.say(talk.visitor(), "last");

        bens.awaitEntry(talk.id(), last);
        assertThat(Talk.numbers(bens.entries(talk.id())))
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(last);
        assertThat(Talk.texts(talk.log(talk.visitor()))).hasSize(41);
    }

    private static JsonNode to(String what, String id) {
        return Json.object(what, id);
    }

    private static String idOf(Device operator) {
        return operator.await("welcome").at("/self/id").asText();
    }

    private static JsonNode awaitOffer(Device operator, String conversation) {
        return operator.await(
                "conversation", frame -> frame.path("id").asText().equals(conversation) && frame.has("offer"));
    }
}
