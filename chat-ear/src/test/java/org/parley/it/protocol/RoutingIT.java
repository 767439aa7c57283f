package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Departments;
import org.parley.it.client.Device;
import org.parley.it.client.Json;

class RoutingIT extends ProtocolSuite {
    private Departments desk;

    @BeforeEach
    void setUp() {
        desk = new Departments(cast);
    }

    @Test
    void theNextOneShouldBeAskedWhenAnOperatorDoesNotReact() {
        String sales = desk.save("sales", "strategy", "round-robin", "offerSeconds", 1);
        ChatSocket ann = member(3, sales);
        ChatSocket ben = member(3, sales);
        ChatSocket visitor = desk.visitor().live();
        String id = start(visitor, "sales");

        awaitOffer(ann, id);
        awaitOffer(ben, id);
        ChatSocket asked = ben;
        asked.ack("accept", "conversation", id);

        assertThat(visitor.awaitKind(id, "assigned").at("/data/operator").asText())
                .isEqualTo(idOf(asked));
        assertThat(asked.awaitKind(id, "routing").at("/data/event").asText()).isEqualTo("lapsed");
    }

    @Test
    void whatOneDeclinesTheNextShouldBeAskedAtOnce() {
        String sales = desk.save("sales", "strategy", "least-busy", "offerSeconds", 600);
        ChatSocket ann = member(3, sales);
        ChatSocket visitor = desk.visitor().live();
        String id = start(visitor, "sales");
        awaitOffer(ann, id);
        ChatSocket ben = member(3, sales);

        ann.ack("decline", "conversation", id);

        awaitOffer(ben, id);
        assertThat(summary(ann, id, frame -> !idOf(ann).equals(offeredTo(frame)))
                        .path("status")
                        .asText())
                .isEqualTo("queued");
    }

    @Test
    void closeShouldWithdrawTheOffer() {
        String sales = desk.save("sales", "strategy", "least-busy", "offerSeconds", 600);
        ChatSocket ann = member(3, sales);
        ChatSocket visitor = desk.visitor().live();
        String id = start(visitor, "sales");
        awaitOffer(ann, id);

        visitor.ack("close", "conversation", id);
        summary(ann, id, frame -> "closed".equals(frame.path("status").asText()));
        int before = ann.size();
        visitor.ack("reopen", "conversation", id);
        ann.awaitAfter(before, "conversation", frame -> idOf(ann).equals(offeredTo(frame)));
        ann.ack("decline", "conversation", id);

        awaitOffer(member(3, sales), id);
    }

    @Test
    void whoGoesAwayShouldNotKeepAVisitorWaiting() {
        String sales = desk.save("sales", "strategy", "round-robin", "offerSeconds", 600);
        ChatSocket ann = member(3, sales);
        ChatSocket visitor = desk.visitor().live();
        String id = start(visitor, "sales");
        awaitOffer(ann, id);
        ChatSocket ben = member(3, sales);

        ann.ack("status", "status", "away");
        awaitOffer(ben, id);
        ChatSocket cleo = member(3, sales);
        ben.close();

        awaitOffer(cleo, id);
    }

    @Test
    void capacityShouldHoldWhateverComesAtOnce() {
        String sales = desk.save("sales", "strategy", "least-busy", "offerSeconds", 0);
        List<ChatSocket> staff = List.of(member(3, sales), member(2, sales));
        List<ChatSocket> visitors =
                IntStream.range(0, 12).mapToObj(i -> desk.visitor().live()).toList();
        List<String> ids =
                visitors.stream()
                        .map(visitor -> CompletableFuture.supplyAsync(() -> start(visitor, "sales")))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        await(() -> owned(staff).size() == 5);
        staff.forEach(Device::ping);
        assertThat(owned(staff)).hasSize(5);
        assertThat(owned(List.of(staff.get(0)))).hasSize(3);

        String ended = owned(List.of(staff.get(1))).get(0);
        staff.get(1).ack("close", "conversation", ended);
        await(() -> owned(staff).size() == 6);
        assertThat(ids).contains(ended);
    }

    @Test
    void visitorsShouldSeeWhoAcceptsAsItChanges() {
        String sales = desk.save("sales", "strategy", "manual");
        ChatSocket ann = member(1, sales);
        ann.ack("status", "status", "away");
        ChatSocket visitor = desk.visitor().live();
        visitor.await("presence", frame -> knows(frame, "sales") && !accepting(frame, "sales"));

        int away = visitor.size();
        ann.ack("status", "status", "accepting");
        visitor.awaitAfter(away, "presence", frame -> accepting(frame, "sales"));
        int before = visitor.size();
        String id = start(visitor, "sales");
        ann.ack("accept", "conversation", id);
        visitor.awaitAfter(before, "presence", frame -> !accepting(frame, "sales"));
        int full = visitor.size();
        ann.ack("close", "conversation", id);
        visitor.awaitAfter(full, "presence", frame -> accepting(frame, "sales"));
        int free = visitor.size();
        ann.ack("status", "status", "away");
        visitor.awaitAfter(free, "presence", frame -> !accepting(frame, "sales"));
        assertThat(visitor.frames("presence")).noneMatch(frame -> frame.has("operators"));
    }

    @Test
    void staffShouldHearOfThoseDepartmentsThatChanged() {
        String sales = desk.save("sales", "strategy", "manual");
        String support = desk.save("support", "strategy", "manual");
        ChatSocket ann = member(1, sales);
        member(1, support);
        for (String status : List.of("away", "accepting", "away")) {
            int before = ann.size();
            ann.ack("status", "status", status);
            ann.awaitAfter(
                    before,
                    "presence",
                    frame -> accepts(frame, sales).equals(String.valueOf(status.equals("accepting"))));
        }
        Map<String, JsonNode> known = new HashMap<>();
        for (JsonNode frame : ann.frames("presence")) {
            for (JsonNode department : frame.path("departments")) {
                assertThat(department)
                        .isNotEqualTo(known.put(department.path("id").asText(), department));
            }
        }
    }

    @Test
    void visitorsShouldKnowBeforehandWhetherTheyMayStart() {
        String sales = desk.save("sales", "strategy", "manual", "mayWait", false);
        ChatSocket visitor = desk.visitor().live();
        visitor.await("presence", frame -> knows(frame, "sales") && !is(frame, "sales", "letsStart"));
        int before = visitor.size();
        ChatSocket ann = member(1, sales);
        visitor.awaitAfter(
                before, "presence", frame -> is(frame, "sales", "letsStart") && is(frame, "sales", "staffed"));
        int free = visitor.size();
        String id = start(visitor, "sales");
        ann.ack("accept", "conversation", id);
        visitor.awaitAfter(
                free,
                "presence",
                frame -> is(frame, "sales", "staffed")
                        && !is(frame, "sales", "accepting")
                        && !is(frame, "sales", "letsStart"));
        int full = visitor.size();
        desk.save("sales", "strategy", "manual", "mayWait", true);
        visitor.awaitAfter(full, "presence", frame -> is(frame, "sales", "letsStart"));
    }

    @Test
    void whereNobodyIsAVisitorShouldLeaveAMessage() {
        String sales = desk.save("sales", "strategy", "manual", "mayWait", false);
        Cast.Visitor person = desk.visitor();
        ChatSocket visitor = person.live();

        visitor.refused("unreachable", "start", "department", "sales", "text", "anybody?");
        assertThat(person.live().await("welcome").path("conversations")).isEmpty();
        visitor.refused("invalid", "start", "department", "sales", "offline", true);
        String id = visitor.ack(
                        "start",
                        "department",
                        "sales",
                        "offline",
                        true,
                        "text",
                        "call me",
                        "form",
                        Map.of("email", "ada@example.org"))
                .path("conversation")
                .asText();

        ChatSocket ann = member(1, sales);
        ann.ack("watch", "topics", List.of("queue"));
        assertThat(summary(ann, id, frame -> true).path("leftMessage").asBoolean())
                .isTrue();
    }

    @Test
    void aClosedDepartmentShouldFallBack() {
        String night = desk.save("night", "strategy", "manual");
        desk.save(
                "sales",
                "strategy",
                "manual",
                "fallback",
                "night",
                "hours",
                Json.object("zone", "Europe/Berlin", "days", Json.object()));
        ChatSocket visitor = desk.visitor().live();
        visitor.await("presence", frame -> knows(frame, "sales") && !accepting(frame, "sales"));

        String id = start(visitor, "sales");

        JsonNode summary =
                visitor.await("conversation", frame -> frame.path("id").asText().equals(id));
        assertThat(summary.at("/department/id").asText()).isEqualTo(night);
    }

    @Test
    void whoWaitsShouldLearnWhereTheyStand() {
        String sales = desk.save("sales", "strategy", "manual");
        ChatSocket first = desk.visitor().live();
        String firstId = start(first, "sales");
        first.await("queue", frame -> frame.path("position").asInt() == 1);
        Cast.Visitor person = desk.visitor();
        ChatSocket second = person.live();
        String secondId = start(second, "sales");
        second.await(
                "queue",
                frame -> frame.path("position").asInt() == 2
                        && frame.path("conversation").asText().equals(secondId));
        person.live().await("queue", frame -> frame.path("position").asInt() == 2);

        member(1, sales).ack("accept", "conversation", firstId);

        second.await("queue", frame -> frame.path("position").asInt() == 1);
    }

    @Test
    void theQueueOfADepartmentShouldBeItsMembersOnly() {
        String sales = desk.save("sales", "strategy", "manual");
        String service = desk.save("service", "strategy", "manual");
        ChatSocket ann = member(3, sales);
        ChatSocket ben = member(3, service);
        ann.ack("watch", "topics", List.of("queue"));
        ben.ack("watch", "topics", List.of("queue"));
        // Rights hold at once; news of the queue follows within a second, as a later department shows.
        desk.save("later", "strategy", "manual");
        ChatSocket visitor = desk.visitor().live();
        visitor.await("presence", frame -> knows(frame, "later"));

        String id = start(visitor, "sales");

        summary(ann, id, frame -> true);
        ben.refused("not-found", "accept", "conversation", id);
        ben.refused("not-found", "sync", "conversation", id, "log", "public", "after", 0);
        ben.ping();
        assertThat(ben.frames("conversation"))
                .noneMatch(frame -> frame.path("id").asText().equals(id));
        ann.ack("accept", "conversation", id);
        ann.ack("transfer", "conversation", id, "to", Json.object("department", service));
        assertThat(summary(
                                ann,
                                id,
                                frame -> frame.path("status").asText().equals("queued")
                                        && frame.path("revoked").asBoolean())
                        .at("/department/id")
                        .asText())
                .isEqualTo(service);
        summary(ben, id, frame -> frame.path("status").asText().equals("queued"));
        ben.ack("accept", "conversation", id);
    }

    @Test
    void aTransferThatNoDepartmentTakesShouldComeBack() {
        String sales = desk.save("sales", "strategy", "manual");
        String service = desk.save("service", "strategy", "manual", "returnSeconds", 1);
        ChatSocket ann = member(3, sales);
        member(3, service);
        ChatSocket visitor = desk.visitor().live();
        String id = start(visitor, "sales");
        ann.ack("accept", "conversation", id);

        ann.ack("transfer", "conversation", id, "to", Json.object("department", service));

        JsonNode back = visitor.await(
                "entry", entry -> entry.at("/data/returned").asText().equals("true"));
        assertThat(back.at("/data/operator").asText()).isEqualTo(idOf(ann));
        JsonNode summary = summary(
                ann,
                id,
                frame -> frame.path("version").asInt() > 4
                        && frame.path("status").asText().equals("active")
                        && frame.at("/department/id").asText().equals(sales));
        assertThat(summary.at("/owner/id").asText()).isEqualTo(idOf(ann));
        ann.ack("send", "conversation", id, "text", "I am still here");
    }

    private ChatSocket member(int capacity, String department) {
        ChatSocket socket = cast.operator().live();
        desk.employ(idOf(socket), capacity, department);
        return socket;
    }

    private static String start(ChatSocket visitor, String department) {
        return visitor.ack("start", "department", department, "text", "hello")
                .path("conversation")
                .asText();
    }

    private static String idOf(Device operator) {
        return operator.await("welcome").at("/self/id").asText();
    }

    private static JsonNode awaitOffer(Device operator, String conversation) {
        return summary(operator, conversation, frame -> idOf(operator).equals(offeredTo(frame)));
    }

    private static String offeredTo(JsonNode summary) {
        return summary.at("/offer/operator/id").asText();
    }

    private static JsonNode summary(Device device, String conversation, Predicate<JsonNode> fits) {
        return device.await(
                "conversation", frame -> frame.path("id").asText().equals(conversation) && fits.test(frame));
    }

    /** What a frame for staff says of a department; sites use the same keys. Empty when it says nothing. */
    private static String accepts(JsonNode presence, String id) {
        for (JsonNode one : presence.path("departments")) {
            if (one.path("id").asText().equals(id)) {
                return one.path("accepting").asText();
            }
        }
        return "";
    }

    /** A new department is known within a second. */
    private static boolean knows(JsonNode presence, String department) {
        return presence.findValuesAsText("key").contains(department);
    }

    private static boolean accepting(JsonNode presence, String department) {
        return is(presence, department, "accepting");
    }

    private static boolean is(JsonNode presence, String department, String fact) {
        for (JsonNode one : presence.path("departments")) {
            if (one.path("key").asText().equals(department)) {
                return one.path(fact).asBoolean();
            }
        }
        throw new AssertionError("no department " + department + " in " + presence);
    }

    /** The conversations that became theirs, by their own devices, each once. */
    private static List<String> owned(List<ChatSocket> staff) {
        List<String> ids = new ArrayList<>();
        for (ChatSocket device : staff) {
            device.frames("entry").stream()
                    .filter(entry -> entry.path("kind").asText().equals("assigned"))
                    .filter(entry -> entry.at("/data/operator").asText().equals(idOf(device)))
                    .map(entry -> entry.path("conversation").asText())
                    .distinct()
                    .forEach(ids::add);
        }
        return ids;
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        org.awaitility.Awaitility.await().until(condition);
    }
}
