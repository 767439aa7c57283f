package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.PollRequest;
import org.parley.it.client.PollSession;
import org.parley.it.client.Talk;
import org.parley.it.client.Tokens;
import org.parley.it.server.OnEveryInstallation;

@Tag(OnEveryInstallation.ARTEFACT)
class PollIT extends ProtocolSuite {

    private static final ObjectNode HELLO = Json.frame("hello", "device", "d-poll", "client", "it/1.0");

    @Test
    void pollShouldCarryAWholeConversationWithASocket() {
        PollSession visitor = cast.visitor().polling();
        String id = visitor.ack("start", "text", "Hello?").path("conversation").asText();
        ChatSocket operator = cast.operator().live();
        operator.ack("accept", "conversation", id);
        visitor.awaitKind(id, "assigned");
        operator.ack("send", "conversation", id, "text", "What can I do for you?");
        assertThat(visitor.awaitEntry(id, 3).path("text").asText()).isEqualTo("What can I do for you?");
        visitor.send(Json.frame("read", "conversation", id, "seq", 3));
        operator.await("receipt", receipt -> receipt.path("read").asInt() == 3);
        visitor.send(Json.frame("typing", "conversation", id, "text", "I wo"));
        operator.await("typing", typing -> typing.path("text").asText().equals("I wo"));
        visitor.ack("send", "conversation", id, "text", "I wonder");
        operator.awaitEntry(id, 4);
        operator.ack("close", "conversation", id);
        visitor.awaitKind(id, "closed");
        assertThat(Talk.numbers(visitor.entries(id))).containsExactly(1, 2, 3, 4, 5);
        assertThat(visitor.ping().path("heads").path(id).path("public").asInt()).isEqualTo(5);
    }

    @Test
    void operatorShouldWorkByPolls() {
        Cast.Waiting waiting = cast.waiting();
        PollSession operator = cast.operator().polling();
        operator.ack("watch", "topics", List.of("queue", "presence"));
        operator.await("conversation", summary -> summary.path("id").asText().equals(waiting.id()));
        operator.ack("accept", "conversation", waiting.id());
        operator.ack("note", "conversation", waiting.id(), "text", "a regular");
        operator.ack("send", "conversation", waiting.id(), "text", "Good day");
        waiting.visitor().await("entry", entry -> entry.path("text").asText().equals("Good day"));
        operator.refused("forbidden", "start");
    }

    @Test
    void lostAnswerShouldBeGivenAgain() {
        Cast.Visitor visitor = cast.visitor();
        JsonNode first = hello(visitor);
        PollRequest next = session(visitor, first).received(first.size()).waiting(10);
        JsonNode lost =
                next.post(Json.frame("start", "id", "s-1", "text", "Hello?")).expect(200);
        List<JsonNode> again = until(next, "ack");
        assertThat(again.subList(0, lost.size())).containsExactlyElementsOf(lost);
    }

    @Test
    void repeatedRequestShouldBeStoredOnce() {
        Cast.Visitor visitor = cast.visitor();
        JsonNode first = hello(visitor);
        PollRequest next = session(visitor, first).received(first.size()).waiting(10);
        ObjectNode start = Json.frame("start", "id", "s-1", "text", "Hello?");
        next.post(start).expect(200);
        next.post(start).expect(200);
        List<JsonNode> acks = acks(until(next, "ack"), "s-1");
        String id = acks.get(0).path("conversation").asText();
        ChatSocket socket = visitor.live();
        assertThat(Talk.texts(Talk.log(socket, id))).containsExactly("Hello?");
    }

    @Test
    void entriesShouldComeInOrderWithoutGaps() {
        Talk talk = cast.talk();
        PollSession second = talk.person().polling();
        int texts = 300;
        for (int i = 0; i < texts; i++) {
            talk.operator().send(send(talk.id(), "o-" + i));
            if (i % 3 == 0) {
                second.send(send(talk.id(), "v-" + i));
            }
        }
        second.await("ack", ack -> ack.path("re").asText().equals("v-297"));
        talk.operator().await("ack", ack -> ack.path("re").asText().equals("o-299"));
        int head = talk.head();
        second.awaitEntry(talk.id(), head);
        assertThat(Talk.numbers(second.entries(talk.id())))
                .isEqualTo(IntStream.rangeClosed(1, head).boxed().toList());
    }

    @Test
    void newerPollShouldTakeOver() throws Exception {
        Cast.Visitor visitor = cast.visitor();
        PollRequest waiting = greeted(visitor).waiting(20);
        long begin = System.nanoTime();
        CompletableFuture<JsonNode> older = post(waiting);
        CompletableFuture<JsonNode> newer = post(waiting);
        // Which of two comes first is not known before one of them was answered.
        CompletableFuture.anyOf(older, newer).get(10, TimeUnit.SECONDS);
        CompletableFuture<JsonNode> overtaken = older.isDone() ? older : newer;
        CompletableFuture<JsonNode> left = older.isDone() ? newer : older;
        assertThat(overtaken.join()).isEmpty();
        assertThat(left.isDone()).isFalse();
        visitor.live().ack("start");
        assertThat(left.get(10, TimeUnit.SECONDS)).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(18));
    }

    @Test
    void waitingPollShouldBeAnsweredAtOnceWhenSomethingHappens() throws Exception {
        Talk talk = cast.talk();
        CompletableFuture<JsonNode> waiting = post(greeted(talk.person()).waiting(20));
        long begin = System.nanoTime();
        talk.say(talk.operator(), "Are you there?");
        assertThat(waiting.get(15, TimeUnit.SECONDS)).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void waitShouldEndWithNothing() {
        // Once more where an operator of another test went meanwhile, which visitors are told. A body that comes after
        // its head has five seconds, by which the whole may be longer.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            PollRequest next = greeted(cast.visitor());
            assertThat(next.waiting(0).post().expect(200)).isEmpty();
            long begin = System.nanoTime();
            assertThat(next.waiting(2).post().expect(200)).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(12));
        });
    }

    @Test
    void sessionShouldBeItsCallersOwn() {
        Cast.Visitor visitor = cast.visitor();
        PollRequest mine = session(visitor, hello(visitor));
        assertThat(mine.as(cast.visitor().token()).post().code()).isEqualTo("not-found");
        assertThat(mine.as(cast.operator().token()).post().status()).isEqualTo(404);
        assertThat(mine.in("s-00000000-0000-0000-0000-000000000000").post().status())
                .isEqualTo(404);
        assertThat(mine.in("\u00e4").post().status()).isBetween(400, 499);
        assertThat(mine.post().status()).isEqualTo(200);
    }

    @Test
    void sessionShouldLiveAsLongAsTheNewestToken() {
        String subject = Cast.unique("op");
        Duration brief = Duration.ofSeconds(5);
        String first = Tokens.PROVIDER.sign(
                Tokens.claims(subject, "Olga", "chat-operator").expirationTime(Tokens.in(brief)));
        String newer = Tokens.PROVIDER.sign(Tokens.claims(subject, "Olga", "chat-operator"));
        String otherRights = Tokens.PROVIDER.sign(Tokens.claims(subject, "Olga", "chat-supervisor"));
        PollRequest begin = PollRequest.first(parley(), first);
        JsonNode welcome = begin.post(HELLO).expect(200).get(0);
        PollRequest next =
                begin.in(welcome.path("session").asText()).as(newer).received(1).waiting(8);
        assertThat(next.as(otherRights).post().status()).isEqualTo(404);
        List<JsonNode> heard = new ArrayList<>();
        long end = System.nanoTime() + brief.plusSeconds(4).toNanos();
        while (System.nanoTime() < end) {
            next.received(1 + heard.size()).waiting(3).post().expect(200).forEach(heard::add);
        }
        assertThat(heard).extracting(PollIT::type).doesNotContain("bye");
    }

    @Test
    void wrongCountsShouldBeRefused() {
        Cast.Visitor visitor = cast.visitor();
        JsonNode first = hello(visitor);
        PollRequest next = session(visitor, first);
        assertThat(refusedCount(next.received(first.size() + 5000))).isEqualTo("Chat-Received");
        assertThat(refusedCount(next.received(-1))).isEqualTo("Chat-Received");
        next.received(1).post().expect(200);
        assertThat(refusedCount(next.received(0))).isEqualTo("Chat-Received");
        next.received(1).post().expect(200);
    }

    @Test
    void wrongWaitShouldBeRefused() {
        for (int wait : new int[] {-1, 26, Integer.MAX_VALUE}) {
            Http.Answer answer = PollRequest.first(parley(), cast.visitor().token())
                    .waiting(wait)
                    .post(HELLO);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().path("field").asText()).isEqualTo("wait");
        }
    }

    @Test
    void tokenShouldBeAsked() {
        assertThat(PollRequest.first(parley(), "nonsense").post(HELLO).status()).isEqualTo(401);
        assertThat(Http.to(parley().at("/api/v1/poll")).json("POST", "[]").status())
                .isEqualTo(401);
        assertThat(PollRequest.first(parley(), cast.token("accounting"))
                        .post(HELLO)
                        .status())
                .isEqualTo(403);
        Http.Answer foreign = Http.to(parley().at("/api/v1/poll"))
                .bearer(cast.visitor().token())
                .header("Origin", "https://elsewhere.example")
                .json("POST", "[]");
        assertThat(foreign.status()).isEqualTo(403);
    }

    @Test
    void helloShouldComeFirst() {
        PollRequest begin = PollRequest.first(parley(), cast.visitor().token());
        assertThat(begin.post().code()).isEqualTo("protocol");
        JsonNode answer = begin.post(Json.frame("ping"), HELLO).expect(200);
        assertThat(answer).extracting(PollIT::type).containsExactly("error", "bye");
        assertThat(answer.get(0).path("code").asText()).isEqualTo("protocol");
        assertThat(answer.get(1).path("code").asInt()).isEqualTo(4400);
    }

    @Test
    void byeShouldEndTheSession() {
        Cast.Visitor visitor = cast.visitor();
        JsonNode first = hello(visitor);
        PollRequest next = session(visitor, first).received(first.size()).waiting(5);
        List<JsonNode> last = new ArrayList<>();
        next.post(HELLO).expect(200).forEach(last::add);
        while (last.stream().noneMatch(frame -> type(frame).equals("bye"))) {
            next.received(first.size() + last.size()).post().expect(200).forEach(last::add);
        }
        // A poll that comes between the bye and the end is answered with nothing.
        await().until(() -> {
            Http.Answer after = next.received(first.size() + last.size()).post();
            return after.status() == 404 || !after.expect(200).isEmpty();
        });
        assertThat(next.received(first.size() + last.size()).post().status()).isEqualTo(404);
    }

    @Test
    void whatIsNoArrayOfFramesShouldBeRefused() {
        Cast.Visitor visitor = cast.visitor();
        PollRequest next = session(visitor, hello(visitor));
        String deep = "[".repeat(50_000);
        for (String body : List.of("", "{}", "null", "1", "[", "[]]", "[{\"type\":\"ping\"}", "[,]", "\u0000", deep)) {
            Http.Answer answer = next.post(body);
            assertThat(answer.status())
                    .as(body.substring(0, Math.min(20, body.length())))
                    .isEqualTo(400);
            assertThat(answer.code()).isEqualTo("protocol");
        }
        Http.Answer tooLarge = next.post("[" + " ".repeat(300_000) + "]");
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.code()).isEqualTo("too-large");
        assertThat(next.post().status()).isEqualTo(200);
    }

    @Test
    void elementsThatAreNoFramesShouldEndTheSessionAsOnASocket() {
        for (String element : List.of("1", "\"ping\"", "null", "[]", "{}", "true", "1e999999999")) {
            PollRequest next = greeted(cast.visitor()).waiting(5);
            JsonNode answer = next.post("[" + element + "]").expect(200);
            List<JsonNode> all = withoutPresence(until(next.waiting(1), "bye", answer));
            assertThat(all.get(0).path("code").asText()).as(element).isEqualTo("protocol");
            assertThat(all).extracting(PollIT::type).as(element).containsExactly("error", "bye");
        }
    }

    @Test
    void elementOfAWrongTypeShouldBeAnsweredAndTheSessionStay() {
        PollRequest next = greeted(cast.visitor()).waiting(5);
        JsonNode answer = next.post("[{\"type\":1},{\"type\":\"nonsense\"},{\"type\":\"ping\"}]")
                .expect(200);
        List<JsonNode> all = withoutPresence(until(next.waiting(1), "pong", answer));
        assertThat(all).extracting(PollIT::type).containsExactly("error", "error", "pong");
    }

    @Test
    void longFrameShouldBeAnsweredAndTheSessionStay() {
        PollSession visitor = cast.visitor().polling();
        visitor.send(Json.frame("ping", "padding", "x".repeat(66_000)));
        assertThat(visitor.await("error").path("code").asText()).isEqualTo("too-large");
        visitor.ping();
    }

    @Test
    void sessionsOfOneCallerShouldBeLimited() {
        PollRequest begin = PollRequest.first(parley(), cast.visitor().token());
        for (int i = 0; i < 20; i++) {
            begin.post(HELLO).expect(200);
        }
        Http.Answer refused = begin.post(HELLO);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("rate-limited");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(PollRequest.first(parley(), cast.visitor().token())
                        .post(HELLO)
                        .status())
                .isEqualTo(200);
    }

    /** Without confirmations the server keeps a window and the queue above it, then ends the session. */
    @Test
    void pollerThatConfirmsNothingShouldBeCutOff() {
        Cast.Visitor visitor = cast.visitor();
        PollRequest next = session(visitor, hello(visitor));
        String pings = IntStream.range(0, 500)
                .mapToObj(i -> "{\"type\":\"ping\"}")
                .toList()
                .toString();
        List<Integer> sizes = new ArrayList<>();
        int status = 200;
        for (int i = 0; i < 60 && status == 200; i++) {
            Http.Answer answer = next.post(pings);
            status = answer.status();
            if (status == 200) {
                sizes.add(answer.body().size());
            }
        }
        assertThat(sizes).allMatch(size -> size <= 600);
        // A session that is cut off gets nothing new; its earlier frames stay until it ends.
        assertThat(sizes.get(sizes.size() - 1)).isEqualTo(sizes.get(Math.min(3, sizes.size() - 1)));
    }

    @Test
    void thousandMissedEntriesShouldComeByPolls() {
        Talk talk = cast.talk();
        int texts = 1000;
        for (int i = 0; i < texts; i++) {
            talk.operator().send(send(talk.id(), "o-" + i));
        }
        talk.operator().await("ack", ack -> ack.path("re").asText().equals("o-" + (texts - 1)));
        int head = talk.head();
        PollSession late = cast.poll(talk.person().token());
        late.hello(Json.object(talk.id(), Json.object("public", 1, "internal", 0)));
        assertThat(Talk.numbers(late.entries(talk.id())))
                .isEqualTo(IntStream.rangeClosed(2, head).boxed().toList());
    }

    private JsonNode hello(Cast.Visitor visitor) {
        return PollRequest.first(parley(), visitor.token()).post(HELLO).expect(200);
    }

    /** A session that has got everything that follows hello. */
    private PollRequest greeted(Cast.Visitor visitor) {
        JsonNode first = hello(visitor);
        PollRequest next = session(visitor, first).waiting(10);
        List<JsonNode> greeting = new ArrayList<>();
        first.forEach(greeting::add);
        while (greeting.stream().noneMatch(frame -> type(frame).equals("synced"))) {
            next.received(greeting.size()).post().expect(200).forEach(greeting::add);
        }
        return next.received(greeting.size());
    }

    private PollRequest session(Cast.Visitor visitor, JsonNode first) {
        return PollRequest.first(parley(), visitor.token())
                .in(first.get(0).path("session").asText());
    }

    private static CompletableFuture<JsonNode> post(PollRequest request) {
        return CompletableFuture.supplyAsync(() -> request.post().expect(200));
    }

    /** Polls, without ever confirming more, until a frame of this type is among what comes. */
    private static List<JsonNode> until(PollRequest request, String type) {
        for (int i = 0; i < 50; i++) {
            List<JsonNode> frames = new ArrayList<>();
            request.post().expect(200).forEach(frames::add);
            if (frames.stream().anyMatch(frame -> type(frame).equals(type))) {
                return frames;
            }
        }
        throw new AssertionError("no " + type);
    }

    /** Adds further frames until one of this type is there. */
    private static List<JsonNode> until(PollRequest request, String type, JsonNode first) {
        List<JsonNode> frames = new ArrayList<>();
        first.forEach(frames::add);
        while (frames.stream().noneMatch(frame -> type(frame).equals(type))) {
            request.received(request.received() + frames.size())
                    .post()
                    .expect(200)
                    .forEach(frames::add);
        }
        return frames;
    }

    private static List<JsonNode> acks(List<JsonNode> frames, String id) {
        return frames.stream()
                .filter(frame -> type(frame).equals("ack"))
                .filter(frame -> frame.path("re").asText().equals(id))
                .toList();
    }

    private static String refusedCount(PollRequest request) {
        Http.Answer answer = request.post();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid");
        return answer.body().path("field").asText();
    }

    private static ObjectNode send(String conversation, String id) {
        return Json.frame("send", "id", id, "conversation", conversation, "text", "text " + id);
    }

    private static String type(JsonNode frame) {
        return frame.path("type").asText();
    }

    /** Without presence, which may come at any time. */
    private static List<JsonNode> withoutPresence(List<JsonNode> frames) {
        return frames.stream().filter(frame -> !type(frame).equals("presence")).toList();
    }
}
