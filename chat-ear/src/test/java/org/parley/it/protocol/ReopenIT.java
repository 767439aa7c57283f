package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Departments;
import org.parley.it.client.Talk;

class ReopenIT extends ProtocolSuite {

    @Test
    void aReopenedConversationShouldBeItsLastOwnersWhoIsThere() {
        Talk talk = closed();

        JsonNode ack = talk.visitor().ack("reopen", "conversation", talk.id());

        for (ChatSocket side : new ChatSocket[] {talk.visitor(), talk.operator()}) {
            assertThat(side.awaitKind(talk.id(), "reopened").path("seq").asInt())
                    .isEqualTo(ack.path("seq").asInt());
        }
        int seq = talk.say(talk.operator(), "What else?");
        assertThat(talk.visitor().awaitEntry(talk.id(), seq).path("text").asText())
                .isEqualTo("What else?");
    }

    @Test
    void aReopenedConversationShouldWaitWhenItsOwnerTakesNothing() {
        Talk talk = closed();
        talk.operator().ack("status", "status", "away");

        talk.visitor().ack("reopen", "conversation", talk.id());

        assertThat(talk.person().connect().hello().path("conversations"))
                .filteredOn(one -> one.path("id").asText().equals(talk.id()))
                .extracting(one -> one.path("status").asText())
                .containsExactly("queued");
        ChatSocket other = cast.operator().live();
        other.ack("accept", "conversation", talk.id());
        talk.say(other, "Now it is mine");
    }

    @Test
    void itsOwnerAndASupervisorShouldReopenIt() {
        Talk talk = closed();
        talk.operator().ack("status", "status", "away");
        talk.operator().ack("reopen", "conversation", talk.id());
        talk.say(talk.operator(), "one more thing");
        talk.operator().ack("close", "conversation", talk.id());
        cast.staff("chat-supervisor").live().ack("reopen", "conversation", talk.id());
        talk.say(talk.visitor(), "thanks");
    }

    @Test
    void aRepeatedReopenShouldGetTheFirstAnswer() {
        Talk talk = closed();
        Object[] fields = {"id", UUID.randomUUID().toString(), "conversation", talk.id()};
        JsonNode first = talk.visitor().ack("reopen", fields);
        assertThat(talk.visitor().ack("reopen", fields).path("seq")).isEqualTo(first.path("seq"));
    }

    @Test
    void whatCannotBeReopenedShouldStayAsItIs() {
        Talk talk = cast.talk();
        talk.visitor().refused("conflict", "reopen", "conversation", talk.id());
        talk.operator().ack("close", "conversation", talk.id());
        cast.visitor().live().refused("not-found", "reopen", "conversation", talk.id());
        cast.operator().live().refused("not-found", "reopen", "conversation", talk.id());
        talk.visitor()
                .refused(
                        "not-found", "reopen", "conversation", UUID.randomUUID().toString());
        int head = talk.head();

        talk.visitor().ack("start");

        talk.visitor().refused("conflict", "reopen", "conversation", talk.id());
        assertThat(talk.head()).isEqualTo(head);
    }

    @Test
    void aReopenShouldBeUnreachableWhereNobodyIsAndNobodyMayWait() {
        Departments departments = new Departments(cast);
        String sales = departments.save("sales", "mayWait", false);
        Cast.Visitor person = departments.visitor();
        ChatSocket visitor = person.live();
        ChatSocket operator = cast.operator().live();
        departments.employ(operator.await("welcome").at("/self/id").asText(), 5, sales);
        String id =
                visitor.ack("start", "department", "sales").path("conversation").asText();
        operator.ack("accept", "conversation", id);
        operator.ack("close", "conversation", id);
        operator.ack("status", "status", "away");

        visitor.refused("unreachable", "reopen", "conversation", id);

        assertThat(person.connect().hello().path("conversations"))
                .extracting(one -> one.path("status").asText())
                .containsExactly("closed");
    }

    private Talk closed() {
        Talk talk = cast.talk();
        talk.operator().ack("close", "conversation", talk.id());
        talk.visitor().awaitKind(talk.id(), "closed");
        return talk;
    }
}
