package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;

/** Receipts, typing, status, presence, the watched queue: what comes and goes beside the log. */
class LivelinessIT extends ProtocolSuite {
    private static final String PASSWORD = "correct horse battery";

    @Test
    void readShouldReachTheOtherSideAndTheReadersOtherDevices() {
        Talk talk = cast.talk();
        ChatSocket otherDevice = talk.staff().live();
        int seq = talk.say(talk.visitor(), "Did you see this?");
        talk.operator().send(Json.frame("read", "conversation", talk.id(), "seq", seq));
        JsonNode receipt =
                talk.visitor().await("receipt", frame -> frame.path("read").asInt() == seq);
        assertThat(receipt.path("conversation").asText()).isEqualTo(talk.id());
        assertThat(receipt.at("/participant/kind").asText()).isEqualTo("operator");
        otherDevice.await("receipt", frame -> frame.path("read").asInt() == seq);
    }

    @Test
    void whoComesForTheFirstTimeShouldAcceptNothingUntilTheySaySo() {
        Cast.Operator operator = cast.operator();
        ChatSocket device = operator.connect();
        assertThat(device.hello().at("/self/status").asText()).isEqualTo("away");
        device.ack("status", "status", "accepting");
        device.close();
        assertThat(operator.connect().hello().at("/self/status").asText()).isEqualTo("accepting");
    }

    @Test
    void whoLooksAfterOthersShouldNotAcceptByComingAgain() {
        String name = Cast.unique("sam");
        Http.to(parley().at("/api/v1/operators/" + name))
                .bearer(cast.token("chat-admin"))
                .put(Json.object("name", "Sam", "password", PASSWORD, "role", "chat-supervisor"))
                .expect(200);
        ChatSocket watcher = cast.operator().live();
        watcher.ack("watch", "topics", List.of("presence"));
        String token = login(name);
        ChatSocket device = cast.connect(token);
        String id = device.hello().at("/self/id").asText();
        device.ack("status", "status", "accepting");
        ChatSocket other = cast.connect(login(name));
        assertThat(statusOf(other)).as("while they are there").isEqualTo("accepting");
        leave(watcher, id, device, other);
        int left = watcher.size();
        ChatSocket back = cast.connect(token);
        assertThat(statusOf(back)).as("after a line that was cut").isEqualTo("accepting");
        awaitStatus(watcher, left, id, "accepting");
        leave(watcher, id, back);
        assertThat(statusOf(cast.connect(login(name)))).as("signed in again").isEqualTo("away");
    }

    private static String statusOf(ChatSocket device) {
        return device.hello().at("/self/status").asText();
    }

    private static void leave(ChatSocket watcher, String operator, ChatSocket... devices) {
        int before = watcher.size();
        List.of(devices).forEach(ChatSocket::close);
        awaitStatus(watcher, before, operator, "offline");
    }

    private String login(String name) {
        return Http.to(parley().at("/api/v1/login"))
                .post(Json.object("username", name, "password", PASSWORD))
                .expect(200)
                .path("token")
                .asText();
    }

    @Test
    void readShouldBeRememberedForTheNextDevice() {
        Talk talk = cast.talk();
        int seq = talk.say(talk.operator(), "Did you see this?");
        talk.visitor().send(Json.frame("read", "conversation", talk.id(), "seq", seq));
        talk.operator().await("receipt", frame -> frame.path("read").asInt() == seq);
        JsonNode welcome = talk.person().connect().hello();
        assertThat(welcome.at("/conversations/0/read/public").asInt()).isEqualTo(seq);
    }

    @Test
    void readShouldNotGoBackNorBeyondTheLog() {
        Talk talk = cast.talk();
        int seq = talk.say(talk.visitor(), "Did you see this?");
        talk.operator().send(Json.frame("read", "conversation", talk.id(), "seq", seq));
        talk.visitor().await("receipt", frame -> frame.path("read").asInt() == seq);
        talk.operator().send(Json.frame("read", "conversation", talk.id(), "seq", 1));
        talk.operator().send(Json.frame("read", "conversation", talk.id(), "seq", seq + 1000));
        talk.operator().ping();
        JsonNode welcome = talk.staff().connect().hello();
        assertThat(welcome.path("conversations"))
                .filteredOn(summary -> summary.path("id").asText().equals(talk.id()))
                .allSatisfy(summary ->
                        assertThat(summary.at("/read/public").asInt()).isBetween(seq, talk.head()));
    }

    @Test
    void senderShouldLearnOfTheDelivery() {
        Talk talk = cast.talk();
        int seq = talk.say(talk.visitor(), "Knock knock");
        talk.operator().awaitEntry(talk.id(), seq);
        talk.operator().send(Json.frame("delivered", "conversation", talk.id(), "seq", seq));
        JsonNode receipt =
                talk.visitor().await("receipt", frame -> frame.path("delivered").asInt() >= seq);
        assertThat(receipt.at("/participant/kind").asText()).isEqualTo("operator");
    }

    @Test
    void staffShouldSeeWhatTheVisitorTypes() {
        Talk talk = cast.talk();
        talk.visitor().send(Json.frame("typing", "conversation", talk.id(), "text", "I would li"));
        JsonNode typing = talk.operator().await("typing");
        assertThat(typing.path("conversation").asText()).isEqualTo(talk.id());
        assertThat(typing.path("text").asText()).isEqualTo("I would li");
        assertThat(typing.at("/participant/kind").asText()).isEqualTo("visitor");
    }

    @Test
    void visitorShouldSeeThatTheOperatorTypesButNotWhat() {
        Talk talk = cast.talk();
        talk.operator().send(Json.frame("typing", "conversation", talk.id(), "text", "a draft nobody should see"));
        JsonNode typing = talk.visitor().await("typing");
        assertThat(typing.has("text")).isFalse();
        assertThat(typing.at("/participant/kind").asText()).isEqualTo("operator");
    }

    @Test
    void endOfTypingShouldReachEitherSide() {
        for (String nothing : List.of("", "  \n")) {
            Talk talk = cast.talk();
            talk.operator().send(Json.frame("typing", "conversation", talk.id(), "text", "a draft"));
            talk.operator().send(Json.frame("typing", "conversation", talk.id(), "text", nothing));
            talk.visitor()
                    .await("typing", frame -> frame.path("text").asText("–").isEmpty());
            talk.visitor().send(Json.frame("typing", "conversation", talk.id(), "text", "a question"));
            talk.visitor().send(Json.frame("typing", "conversation", talk.id(), "text", nothing));
            talk.operator()
                    .await("typing", frame -> frame.path("text").asText("–").isEmpty());
        }
    }

    @Test
    void visitorsOtherDeviceShouldNotSeeThePreview() {
        Talk talk = cast.talk();
        ChatSocket otherDevice = talk.person().live();
        talk.visitor().send(Json.frame("typing", "conversation", talk.id(), "text", "secret gift"));
        talk.operator().await("typing");
        otherDevice.ping();
        assertThat(otherDevice.frames().toString()).doesNotContain("secret gift");
    }

    @Test
    void typingShouldNotBeStoredNorReachStrangers() {
        Talk talk = cast.talk();
        int head = talk.head();
        ChatSocket stranger = cast.operator().live();
        ChatSocket visitorOfOthers = cast.visitor().live();
        visitorOfOthers.send(Json.frame("typing", "conversation", talk.id(), "text", "intruder"));
        talk.visitor().send(Json.frame("typing", "conversation", talk.id(), "text", "hm"));
        talk.operator().await("typing", frame -> frame.path("text").asText().equals("hm"));
        visitorOfOthers.ping();
        stranger.ping();
        assertThat(stranger.frames("typing")).isEmpty();
        assertThat(talk.operator().frames().toString()).doesNotContain("intruder");
        assertThat(talk.head()).isEqualTo(head);
    }

    @Test
    void statusShouldReachOtherStaff() {
        ChatSocket watcher = cast.staff("chat-supervisor").live();
        watcher.ack("watch", "topics", List.of("presence"));
        Cast.Operator operator = cast.operator();
        ChatSocket socket = operator.live();
        awaitStatus(watcher, 0, operator, "accepting");
        int before = watcher.size();
        socket.ack("status", "status", "away");
        awaitStatus(watcher, before, operator, "away");
    }

    @Test
    void presenceSnapshotShouldNameThoseWhoAreThere() {
        Cast.Operator operator = cast.operator();
        operator.live();
        ChatSocket watcher = cast.staff("chat-supervisor").live();
        watcher.ack("watch", "topics", List.of("presence"));
        JsonNode presence = awaitStatus(watcher, 0, operator, "accepting");
        assertThat(presence.path("departments").isArray()).isTrue();
    }

    @Test
    void operatorWhoseLastDeviceWentShouldNotBeAccepting() {
        ChatSocket watcher = cast.staff("chat-supervisor").live();
        watcher.ack("watch", "topics", List.of("presence"));
        Cast.Operator operator = cast.operator();
        ChatSocket socket = operator.live();
        awaitStatus(watcher, 0, operator, "accepting");
        int before = watcher.size();
        socket.close();
        watcher.awaitAfter(
                before,
                "presence",
                frame -> statuses(frame, operator.name()).stream().anyMatch(status -> !status.equals("accepting")));
    }

    @Test
    void unknownStatusShouldBeInvalid() {
        JsonNode error = cast.operator().live().refused("invalid", "status", "status", "asleep");
        assertThat(error.path("field").asText()).isEqualTo("status");
    }

    @Test
    void statusShouldBeForOperators() {
        cast.visitor().live().refused("forbidden", "status", "status", "away");
    }

    @Test
    void watchedQueueShouldComeAsSnapshotAndThenAsChanges() {
        Cast.Waiting early = cast.waiting();
        ChatSocket watcher = cast.operator().live();
        watcher.ack("watch", "topics", List.of("queue"));
        awaitSummary(watcher, early.id(), "queued");

        Cast.Waiting late = cast.waiting();
        awaitSummary(watcher, late.id(), "queued");

        Cast.Operator olivia = cast.operator();
        olivia.live().ack("accept", "conversation", late.id());
        JsonNode accepted = awaitSummary(watcher, late.id(), "active");
        assertThat(accepted.at("/owner/name").asText()).isEqualTo(olivia.name());

        early.visitor().ack("close", "conversation", early.id());
        awaitSummary(watcher, early.id(), "closed");
    }

    @Test
    void snapshotOfTheQueueShouldComeOldestFirst() {
        List<String> ids =
                List.of(cast.waiting().id(), cast.waiting().id(), cast.waiting().id());
        ChatSocket watcher = cast.operator().live();
        watcher.ack("watch", "topics", List.of("queue"));
        ids.forEach(id -> awaitSummary(watcher, id, "queued"));
        assertThat(watcher.frames("conversation"))
                .extracting(frame -> frame.path("id").asText())
                .filteredOn(ids::contains)
                .containsExactlyElementsOf(ids);
    }

    @Test
    void watchShouldReplaceTheTopics() {
        ChatSocket watcher = cast.operator().live();
        watcher.ack("watch", "topics", List.of("queue"));
        watcher.ack("watch", "topics", List.of("presence"));
        Cast.Waiting waiting = cast.waiting();
        watcher.ping();
        assertThat(watcher.frames("conversation"))
                .noneMatch(frame -> frame.path("id").asText().equals(waiting.id()));
    }

    @Test
    void unknownTopicShouldBeInvalid() {
        ChatSocket watcher = cast.operator().live();
        assertThat(watcher.refused("invalid", "watch", "topics", List.of("weather"))
                        .path("field")
                        .asText())
                .startsWith("topics");
        watcher.refused("invalid", "watch", "topics", "queue");
        watcher.refused("invalid", "watch");
    }

    @Test
    void watchShouldBeForStaff() {
        cast.visitor().live().refused("forbidden", "watch", "topics", List.of("queue"));
    }

    private static JsonNode awaitSummary(ChatSocket socket, String conversation, String status) {
        return socket.await(
                "conversation",
                frame -> conversation.equals(frame.path("id").asText())
                        && status.equals(frame.path("status").asText()));
    }

    private static JsonNode awaitStatus(ChatSocket watcher, int before, Cast.Operator operator, String status) {
        return awaitStatus(watcher, before, operator.name(), status);
    }

    private static JsonNode awaitStatus(ChatSocket watcher, int before, String operator, String status) {
        return watcher.awaitAfter(
                before, "presence", frame -> statuses(frame, operator).contains(status));
    }

    /** @param operator their id, or their name if nobody else has it */
    private static List<String> statuses(JsonNode presence, String operator) {
        return presence.path("operators").findParents("name").stream()
                .filter(one -> List.of(one.path("id").asText(), one.path("name").asText())
                        .contains(operator))
                .map(one -> one.path("status").asText())
                .toList();
    }
}
