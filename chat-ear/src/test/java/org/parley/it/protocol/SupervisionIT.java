package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Device;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;

/** The commands of supervisors. */
class SupervisionIT extends ProtocolSuite {

    @Test
    void aFollowerShouldHearEverythingAndNobodyShouldHearOfThem() {
        Talk talk = cast.talk();
        talk.say(talk.visitor(), "before");
        ChatSocket supervisor = supervisor();
        String follower = idOf(supervisor);
        // That somebody signs in is told to all who work here, and not before their sign-in is answered.
        talk.operator().await("presence", frame -> has(frame.path("operators"), follower, "accepting"));
        int visitorHeard = talk.visitor().size();
        int operatorHeard = talk.operator().size();

        supervisor.ack("follow", "conversation", talk.id());

        assertThat(supervisor.await("conversation").path("id").asText()).isEqualTo(talk.id());
        assertThat(supervisor.awaitKind(talk.id(), "message").path("text").asText())
                .isEqualTo("before");
        talk.visitor().send(Json.object("type", "typing", "conversation", talk.id(), "text", "I wou"));
        assertThat(supervisor.await("typing").path("text").asText()).isEqualTo("I wou");
        int seq = talk.say(talk.operator(), "after");
        assertThat(supervisor.awaitEntry(talk.id(), seq).path("text").asText()).isEqualTo("after");
        talk.operator().ack("note", "conversation", talk.id(), "text", "for staff");
        assertThat(supervisor.awaitKind(talk.id(), "note").path("text").asText())
                .isEqualTo("for staff");

        supervisor.send(Json.object("type", "typing", "conversation", talk.id()));
        supervisor.send(Json.object("type", "read", "conversation", talk.id(), "seq", seq));
        supervisor.refused("forbidden", "send", "conversation", talk.id(), "text", "me too");
        supervisor.ping();
        talk.visitor().ping();
        talk.operator().ping();
        assertThat(talk.visitor().frames().subList(visitorHeard, talk.visitor().size()))
                .noneMatch(frame -> frame.toString().contains(follower));
        assertThat(talk.operator()
                        .frames()
                        .subList(operatorHeard, talk.operator().size()))
                .noneMatch(frame -> frame.toString().contains(follower));
    }

    @Test
    void theEndOfFollowingShouldBeTheEndOfHearing() {
        Talk talk = cast.talk();
        ChatSocket supervisor = supervisor();
        supervisor.ack("follow", "conversation", talk.id());
        supervisor.awaitKind(talk.id(), "assigned");

        supervisor.ack("unfollow", "conversation", talk.id());
        supervisor.ack("unfollow", "conversation", talk.id());

        talk.say(talk.visitor(), "unheard");
        talk.operator().ping();
        supervisor.ping();
        assertThat(Talk.texts(supervisor.entries(talk.id()))).isEmpty();
    }

    @Test
    void whatIsSaidWhileSomebodyBeginsToFollowShouldBeHeard() {
        Talk talk = cast.talk();
        ChatSocket supervisor = supervisor();
        CompletableFuture<Void> saying = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 30; i++) {
                talk.say(talk.visitor(), "line " + i);
            }
        });

        supervisor.ack("follow", "conversation", talk.id());

        saying.join();
        int head = talk.head();
        supervisor.awaitEntry(talk.id(), head);
        assertThat(Talk.numbers(supervisor.entries(talk.id())))
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(head);
    }

    @Test
    void aWhisperShouldReachTheOwnerAndNeverTheVisitor() {
        Talk talk = cast.talk();
        ChatSocket supervisor = supervisor();
        Object[] whisper = {
            "id", UUID.randomUUID().toString(), "conversation", talk.id(), "text", "Offer them the voucher"
        };

        JsonNode ack = supervisor.ack("whisper", whisper);
        JsonNode again = supervisor.ack("whisper", whisper);

        assertThat(again.path("seq")).isEqualTo(ack.path("seq"));
        JsonNode heard = talk.operator().awaitKind(talk.id(), "whisper");
        assertThat(heard.path("text").asText()).isEqualTo("Offer them the voucher");
        assertThat(heard.path("log").asText()).isEqualTo("internal");
        talk.say(talk.operator(), "We have a voucher for you");
        talk.visitor().awaitKind(talk.id(), "message");
        assertThat(talk.visitor().frames()).noneMatch(frame -> frame.toString().contains("Offer them"));
    }

    @Test
    void aWhisperThatNobodyWouldHearShouldBeRefused() {
        Cast.Waiting waiting = cast.waiting();
        ChatSocket supervisor = supervisor();

        supervisor.refused("conflict", "whisper", "conversation", waiting.id(), "text", "Anybody?");
        supervisor.refused("invalid", "whisper", "conversation", waiting.id(), "text", " ");
        supervisor.refused(
                "not-found", "whisper", "conversation", UUID.randomUUID().toString(), "text", "Anybody?");
        waiting.visitor().ack("close", "conversation", waiting.id());
        supervisor.refused("closed", "whisper", "conversation", waiting.id(), "text", "Anybody?");
    }

    @Test
    void theOwnersAccessShouldEndWhenASupervisorTakesOver() {
        Talk talk = cast.talk();
        Cast.Operator sam = cast.staff("chat-supervisor");
        ChatSocket supervisor = sam.live();

        supervisor.ack("takeover", "conversation", talk.id());
        supervisor.ack("takeover", "conversation", talk.id());

        assertThat(talk.visitor()
                        .await(
                                "entry",
                                entry -> entry.at("/data/takenOver").asText().equals("true"))
                        .at("/data/name")
                        .asText())
                .isEqualTo(sam.name());
        talk.operator()
                .await("conversation", one -> one.at("/owner/name").asText().equals(sam.name()));
        talk.operator().refused("not-found", "send", "conversation", talk.id(), "text", "still me?");
        talk.say(talk.visitor(), "for Sam");
        assertThat(Talk.texts(List.of(supervisor.awaitKind(talk.id(), "message"))))
                .containsExactly("for Sam");
        talk.say(supervisor, "Sam here");
        talk.operator().ping();
        assertThat(Talk.texts(talk.operator().entries(talk.id()))).doesNotContain("for Sam", "Sam here");
        assertThat(talk.log(supervisor))
                .filteredOn(entry -> entry.path("kind").asText().equals("assigned"))
                .hasSize(2);
    }

    @Test
    void nothingOfTheFormerOwnerShouldFollowATakeover() {
        Talk talk = cast.talk();
        ChatSocket supervisor = supervisor();
        CompletableFuture<List<Integer>> writing = CompletableFuture.supplyAsync(() -> write(talk, talk.operator()));
        supervisor.ack("follow", "conversation", talk.id());
        supervisor.awaitKind(talk.id(), "message");

        supervisor.ack("takeover", "conversation", talk.id());

        List<Integer> stored = writing.join();
        List<JsonNode> log = talk.log(supervisor);
        int takeover = log.stream()
                .filter(entry -> entry.at("/data/takenOver").asText().equals("true"))
                .mapToInt(entry -> entry.path("seq").asInt())
                .findFirst()
                .orElseThrow();
        assertThat(stored).isNotEmpty().allMatch(seq -> seq < takeover);
        assertThat(log.stream()
                        .filter(entry -> entry.path("kind").asText().equals("message"))
                        .map(entry -> entry.path("seq").asInt()))
                .containsExactlyElementsOf(stored);
        assertThat(Talk.numbers(log)).isSorted().doesNotHaveDuplicates().hasSize(takeover);
    }

    @Test
    void ofManyWhoTakeOverEachShouldOwnItOnce() {
        Cast.Waiting waiting = cast.waiting();
        List<ChatSocket> supervisors = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            supervisors.add(supervisor());
        }

        supervisors.parallelStream().forEach(one -> one.ack("takeover", "conversation", waiting.id()));

        List<JsonNode> log = Talk.log(supervisors.get(0), waiting.id());
        assertThat(log)
                .filteredOn(entry -> entry.path("kind").asText().equals("assigned"))
                .hasSize(5);
        String last = log.get(log.size() - 1).at("/data/operator").asText();
        assertThat(supervisors)
                .filteredOn(one -> one.ask("send", "conversation", waiting.id(), "text", "mine")
                        .path("type")
                        .asText()
                        .equals("ack"))
                .singleElement()
                .satisfies(owner -> assertThat(idOf(owner)).isEqualTo(last));
    }

    @Test
    void whoIsForcedAwayShouldLearnWhoDidIt() {
        ChatSocket olivia = cast.operator().live();
        Cast.Operator sam = cast.staff("chat-supervisor");
        ChatSocket supervisor = sam.live();
        supervisor.ack("watch", "topics", List.of("presence"));

        JsonNode ack = supervisor.ack("force", "operator", idOf(olivia), "status", "away");

        assertThat(ack.path("status").asText()).isEqualTo("away");
        JsonNode told = olivia.await("status");
        assertThat(told.path("status").asText()).isEqualTo("away");
        assertThat(told.at("/by/name").asText()).isEqualTo(sam.name());
        supervisor.await("presence", frame -> has(frame.path("operators"), idOf(olivia), "away"));
        olivia.ack("status", "status", "accepting");
    }

    @Test
    void badInputShouldChangeNothing() {
        ChatSocket olivia = cast.operator().live();
        ChatSocket supervisor = supervisor();
        String somebody = UUID.randomUUID().toString();

        supervisor.refused("invalid", "force", "operator", idOf(olivia), "status", "accepting");
        supervisor.refused("invalid", "force", "operator", idOf(olivia), "status", "asleep");
        supervisor.refused("not-found", "force", "operator", somebody, "status", "away");
        supervisor.refused("not-found", "follow", "conversation", somebody);
        supervisor.refused("not-found", "takeover", "conversation", somebody);
        Talk talk = cast.talk();
        talk.operator().ack("close", "conversation", talk.id());
        supervisor.refused("closed", "takeover", "conversation", talk.id());
        olivia.ping();
        assertThat(olivia.frames("status")).isEmpty();
    }

    @Test
    void operatorsShouldDoNoneOfIt() {
        Talk talk = cast.talk();
        ChatSocket colleague = cast.operator().live();

        colleague.refused("forbidden", "follow", "conversation", talk.id());
        colleague.refused("forbidden", "takeover", "conversation", talk.id());
        colleague.refused("forbidden", "whisper", "conversation", talk.id(), "text", "psst");
        colleague.refused("forbidden", "force", "operator", idOf(talk.operator()), "status", "away");
        talk.say(talk.operator(), "undisturbed");
    }

    /** The messages that the owner could send until they lost the conversation. */
    private static List<Integer> write(Talk talk, Device owner) {
        List<Integer> stored = new ArrayList<>();
        while (true) {
            JsonNode answer = owner.ask("send", "conversation", talk.id(), "text", "line " + stored.size());
            if (answer.path("type").asText().equals("error")) {
                assertThat(answer.path("code").asText()).isEqualTo("not-found");
                return stored;
            }
            stored.add(answer.path("seq").asInt());
        }
    }

    private ChatSocket supervisor() {
        return cast.staff("chat-supervisor").live();
    }

    private static String idOf(Device device) {
        return device.await("welcome").at("/self/id").asText();
    }

    private static boolean has(JsonNode operators, String id, String status) {
        for (JsonNode one : operators) {
            if (one.path("id").asText().equals(id)
                    && one.path("status").asText().equals(status)) {
                return true;
            }
        }
        return false;
    }
}
