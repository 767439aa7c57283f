package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Departments;
import org.parley.it.client.Device;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;

class MergeIT extends ProtocolSuite {

    private Cast.Visitor person;
    private ChatSocket visitor;
    private Cast.Operator staff;
    private ChatSocket operator;
    private String sales;
    private String support;

    @BeforeEach
    void beginTwoConversations() {
        Departments departments = new Departments(cast);
        departments.save("sales");
        departments.save("billing");
        person = departments.visitor();
        visitor = person.live();
        staff = cast.operator();
        operator = staff.live();
        sales = accepted("sales");
        support = accepted("support");
    }

    @Test
    void aMergedConversationShouldGoOnInTheOtherOne() {
        say(visitor, sales, "about sales");
        JsonNode ack = merge(operator, sales, support);

        assertThat(ack.path("conversation").asText()).isEqualTo(support);
        for (Device side : List.of(visitor, operator)) {
            assertThat(side.awaitKind(sales, "merged").at("/data/into").asText())
                    .isEqualTo(support);
            assertThat(side.awaitKind(support, "merged").at("/data/from").asText())
                    .isEqualTo(sales);
            JsonNode old = summary(side, sales, "mergedInto");
            assertThat(old.path("status").asText()).isEqualTo("closed");
            assertThat(old.path("mergedInto").asText()).isEqualTo(support);
            assertThat(summary(side, support, "merged").path("merged"))
                    .extracting(JsonNode::asText)
                    .containsExactly(sales);
        }
        JsonNode sent = visitor.ack("send", "conversation", sales, "text", "to the old one");
        assertThat(sent.path("conversation").asText()).isEqualTo(support);
        assertThat(operator.awaitEntry(support, sent.path("seq").asInt())
                        .path("text")
                        .asText())
                .isEqualTo("to the old one");
        assertThat(operator.ack("note", "conversation", sales, "text", "a note")
                        .path("conversation")
                        .asText())
                .isEqualTo(support);
        assertThat(visitor.ack("start", "department", "sales").path("created").asBoolean())
                .as("the slot is free")
                .isTrue();
    }

    @Test
    void bothLogsShouldComeToADeviceThatIsNew() {
        say(visitor, sales, "about sales");
        merge(operator, sales, support);

        for (Device device : List.of(person.connect(), staff.connect())) {
            JsonNode welcome = device.hello();
            assertThat(welcome.path("conversations"))
                    .extracting(one -> one.path("id").asText())
                    .contains(sales, support);
            device.awaitKind(sales, "merged");
            assertThat(Talk.texts(device.entries(sales))).containsExactly("about sales");
        }
    }

    @Test
    void typingAndClosingShouldReachTheOneThatIsAlive() {
        merge(operator, sales, support);
        summary(visitor, sales, "mergedInto");
        visitor.send(Json.frame("typing", "conversation", sales, "text", "hm"));
        operator.await("typing", frame -> frame.path("conversation").asText().equals(support));

        JsonNode ack = visitor.ack("close", "conversation", sales);

        assertThat(ack.path("conversation").asText()).isEqualTo(support);
        assertThat(operator.awaitKind(support, "closed").path("seq").asInt())
                .isEqualTo(ack.path("seq").asInt());
    }

    @Test
    void aChainOfMergesShouldLeadToItsEnd() {
        String billing = accepted("billing");
        JsonNode first = visitor.ask(Json.frame("send", "id", "m-1", "conversation", sales, "text", "first"));
        merge(operator, sales, support);
        merge(operator, support, billing);

        JsonNode sent = visitor.ack("send", "conversation", sales, "text", "far");
        JsonNode again = visitor.ask(Json.frame("send", "id", "m-1", "conversation", sales, "text", "first"));

        assertThat(sent.path("conversation").asText()).isEqualTo(billing);
        assertThat(again.path("conversation").asText()).isEqualTo(sales);
        assertThat(again.path("seq")).isEqualTo(first.path("seq"));
        assertThat(person.connect().hello().path("conversations"))
                .extracting(one -> one.path("id").asText())
                .contains(sales, support, billing);
    }

    @Test
    void aRepeatedMergeShouldGetTheFirstAnswer() {
        Object[] fields = {"id", UUID.randomUUID().toString(), "conversation", sales, "into", support};
        JsonNode first = operator.ack("merge", fields);
        JsonNode again = operator.ack("merge", fields);
        assertThat(again.path("seq")).isEqualTo(first.path("seq"));
        assertThat(kinds(support, "merged")).hasSize(1);
    }

    @Test
    void badMergesShouldChangeNothing() {
        Talk other = cast.talk();
        String billing = visitor.ack("start", "department", "billing")
                .path("conversation")
                .asText();
        int head = Talk.log(visitor, support).size();

        assertThat(operator.refused("invalid", "merge", "conversation", sales, "into", sales)
                        .path("field")
                        .asText())
                .isEqualTo("into");
        operator.refused("invalid", "merge", "conversation", sales);
        operator.refused(
                "not-found",
                "merge",
                "conversation",
                sales,
                "into",
                UUID.randomUUID().toString());
        operator.refused("not-found", "merge", "conversation", sales, "into", other.id());
        cast.staff("chat-supervisor").live().refused("invalid", "merge", "conversation", sales, "into", other.id());
        cast.operator().live().refused("not-found", "merge", "conversation", sales, "into", support);
        cast.operator().live().refused("not-found", "merge", "conversation", sales, "into", billing);
        visitor.refused("forbidden", "merge", "conversation", sales, "into", support);
        operator.refused("conflict", "unmerge", "conversation", sales);

        assertThat(Talk.log(visitor, support)).hasSize(head);
        merge(operator, sales, support);
        operator.refused("conflict", "merge", "conversation", sales, "into", billing);
        operator.refused("conflict", "merge", "conversation", billing, "into", sales);
        operator.ack("close", "conversation", support);
        operator.refused("closed", "merge", "conversation", billing, "into", support);
    }

    @Test
    void anOwnedOneShouldBringItsOwnerToOneThatWaits() {
        String billing = visitor.ack("start", "department", "billing")
                .path("conversation")
                .asText();
        merge(operator, sales, billing);
        assertThat(operator.awaitKind(billing, "assigned").at("/data/name").asText())
                .isEqualTo(staff.name());
        say(operator, billing, "I am here");
    }

    @Test
    void anUndoneMergeShouldLeaveBothAsTheyWere() {
        merge(operator, sales, support);
        visitor.ask(Json.frame("send", "id", "m-2", "conversation", sales, "text", "meanwhile"));

        JsonNode ack = operator.ack("unmerge", "conversation", sales);

        assertThat(ack.path("conversation").asText()).isEqualTo(sales);
        for (Device side : List.of(visitor, operator)) {
            assertThat(side.awaitKind(sales, "reopened").at("/data/from").asText())
                    .isEqualTo(support);
            side.await(
                    "entry",
                    frame -> frame.path("conversation").asText().equals(support)
                            && frame.at("/data/undone").asText().equals("true"));
        }
        assertThat(visitor.ack("send", "conversation", sales, "text", "back")
                        .path("conversation")
                        .asText())
                .isEqualTo(sales);
        JsonNode again = visitor.ask(Json.frame("send", "id", "m-2", "conversation", sales, "text", "meanwhile"));
        assertThat(again.path("conversation").asText()).isEqualTo(support);
        say(operator, sales, "still mine");
        operator.refused("conflict", "unmerge", "conversation", sales);
        assertThat(person.connect().hello().path("conversations"))
                .allMatch(one -> !one.has("merged") && !one.has("mergedInto"));
    }

    @Test
    void anUndoneMergeShouldGoBackIntoTheQueue() {
        String billing = visitor.ack("start", "department", "billing")
                .path("conversation")
                .asText();
        merge(operator, billing, support);
        operator.ack("unmerge", "conversation", billing);
        JsonNode welcome = person.connect().hello();
        assertThat(welcome.path("conversations"))
                .filteredOn(one -> one.path("id").asText().equals(billing))
                .extracting(one -> one.path("status").asText())
                .containsExactly("queued");
        cast.operator().live().ack("accept", "conversation", billing);
    }

    @Test
    void aMergeShouldNotBeUndoneWhenItsPlaceIsTaken() {
        merge(operator, sales, support);
        visitor.ack("start", "department", "sales");
        operator.refused("conflict", "unmerge", "conversation", sales);
        cast.operator().live().refused("not-found", "unmerge", "conversation", sales);
    }

    @Test
    void whatIsSentWhileItIsMergedShouldLandExactlyOnce() throws Exception {
        ChatSocket second = person.live();
        List<Thread> senders = new ArrayList<>();
        for (Map.Entry<String, ChatSocket> one : new HashMap<>(Map.of("a", visitor, "b", second)).entrySet()) {
            senders.add(new Thread(() -> {
                for (int i = 0; i < 60; i++) {
                    // Each device sends all, as after a line that broke: the id is the same.
                    one.getValue()
                            .ask(Json.frame(
                                    "send",
                                    "id",
                                    "race-" + i,
                                    "conversation",
                                    i % 2 == 0 ? sales : support,
                                    "text",
                                    "m" + i));
                }
            }));
        }
        senders.forEach(Thread::start);
        merge(operator, sales, support);
        operator.ack("unmerge", "conversation", sales);
        merge(operator, support, sales);
        for (Thread sender : senders) {
            sender.join();
        }

        List<String> texts = new ArrayList<>(Talk.texts(Talk.log(visitor, sales)));
        texts.addAll(Talk.texts(Talk.log(visitor, support)));
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            all.add("m" + i);
        }
        assertThat(texts).containsExactlyInAnyOrderElementsOf(all);
    }

    private String accepted(String department) {
        String id = visitor.ack("start", "department", department)
                .path("conversation")
                .asText();
        operator.ack("accept", "conversation", id);
        operator.awaitKind(id, "assigned");
        visitor.awaitKind(id, "assigned");
        return id;
    }

    private static JsonNode merge(Device who, String conversation, String into) {
        return who.ack("merge", "conversation", conversation, "into", into);
    }

    private static void say(Device who, String conversation, String text) {
        who.ack("send", "conversation", conversation, "text", text);
    }

    private List<JsonNode> kinds(String conversation, String kind) {
        return Talk.log(visitor, conversation).stream()
                .filter(entry -> entry.path("kind").asText().equals(kind))
                .toList();
    }

    private static JsonNode summary(Device side, String conversation, String field) {
        return side.await("conversation", frame -> frame.path("id").asText().equals(conversation) && frame.has(field));
    }
}
