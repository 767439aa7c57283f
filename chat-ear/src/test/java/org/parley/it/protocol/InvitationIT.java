package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Device;
import org.parley.it.client.Http;
import org.parley.it.client.Json;

class InvitationIT extends ProtocolSuite {

    private static final String WORDS = "May I help you?";

    @Test
    void stateShouldMoveByWhatTheVisitorsBrowserSays() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket visitor = ada.live();
        Cast.Operator olivia = cast.operator();
        ChatSocket desk = olivia.live();
        ChatSocket second = olivia.live();
        ChatSocket watcher = cast.operator().live();
        watcher.ack("watch", "topics", List.of("visitors"));

        JsonNode ack = desk.ack("invite", "visitor", ada.id(), "text", WORDS);
        String id = ack.path("invitation").asText();
        assertThat(ack.path("state").asText()).isEqualTo("queued");
        assertThat(ack.has("conversation")).isFalse();

        JsonNode invitation = awaitState(visitor, id, "queued");
        assertThat(invitation.path("text").asText()).isEqualTo(WORDS);
        assertThat(invitation.path("mode").asText()).isEqualTo("invite");
        assertThat(invitation.path("author").path("name").asText()).isEqualTo(olivia.name());
        assertThat(invitation.path("visitor").path("id").asText()).isEqualTo(ada.id());
        assertThat(invitation.path("conversation").isNull()).isTrue();

        visitor.send(Json.frame("page", "url", "https://shop.example/"));
        Device late = cast.operator().live();
        await().untilAsserted(() -> {
            late.ack("watch", "topics", List.of("visitors"));
            late.ping();
            assertThat(late.frames("invitation"))
                    .anySatisfy(frame ->
                            assertThat(frame.path("invitation").asText()).isEqualTo(id));
        });

        visitor.send(Json.frame("invitation", "invitation", id, "state", "delivered"));
        for (Device staff : List.of(desk, second, watcher)) {
            awaitState(staff, id, "delivered");
        }
        visitor.send(Json.frame("invitation", "invitation", id, "state", "shown"));
        awaitState(second, id, "shown");
        assertThat(visitor.ack("invitation", "invitation", id, "state", "delivered")
                        .path("state")
                        .asText())
                .as("backwards is no way")
                .isEqualTo("shown");

        JsonNode answered = visitor.ack("invitation", "invitation", id, "state", "answered");
        String conversation = answered.path("conversation").asText();
        assertThat(awaitState(watcher, id, "answered").path("conversation").asText())
                .isEqualTo(conversation);
        JsonNode summary = desk.await(
                "conversation", one -> conversation.equals(one.path("id").asText()));
        assertThat(summary.path("status").asText()).isEqualTo("active");
        assertThat(summary.path("owner").path("name").asText()).isEqualTo(olivia.name());
        assertThat(visitor.awaitKind(conversation, "message").path("text").asText())
                .isEqualTo(WORDS);
        assertThat(visitor.awaitKind(conversation, "message")
                        .path("author")
                        .path("name")
                        .asText())
                .isEqualTo(olivia.name());
        visitor.ack("send", "conversation", conversation, "text", "Yes, please");
        desk.await("entry", entry -> "Yes, please".equals(entry.path("text").asText()));
        assertThat(desk.frames("invitation").stream()
                        .map(frame -> frame.path("state").asText()))
                .containsExactly("queued", "delivered", "shown", "answered");
    }

    @Test
    void openShouldBeginAtOnceWithTheTextAsFirstMessage() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket visitor = ada.live();
        ChatSocket desk = cast.operator().live();

        JsonNode ack = desk.ack("invite", "visitor", ada.id(), "text", WORDS, "mode", "open");
        String conversation = ack.path("conversation").asText();
        assertThat(conversation).isNotBlank();
        JsonNode invitation = awaitState(visitor, ack.path("invitation").asText(), "queued");
        assertThat(invitation.path("mode").asText()).isEqualTo("open");
        assertThat(invitation.path("conversation").asText()).isEqualTo(conversation);
        assertThat(visitor.awaitKind(conversation, "message").path("text").asText())
                .isEqualTo(WORDS);
        JsonNode summary = visitor.await(
                "conversation", one -> conversation.equals(one.path("id").asText()));
        assertThat(summary.path("status").asText()).isEqualTo("active");

        visitor.ack("send", "conversation", conversation, "text", "Oh");
        desk.await("entry", entry -> "Oh".equals(entry.path("text").asText()));
        assertThat(visitor.ack("start").path("conversation").asText())
                .as("at most one with a department")
                .isEqualTo(conversation);
    }

    @Test
    void openShouldTakeTheConversationThatWaits() {
        Cast.Waiting waiting = cast.waiting();
        ChatSocket desk = cast.operator().live();
        desk.refused("conflict", "invite", "visitor", waiting.person().id(), "text", WORDS);
        JsonNode ack = desk.ack("invite", "visitor", waiting.person().id(), "text", WORDS, "mode", "open");
        assertThat(ack.path("conversation").asText()).isEqualTo(waiting.id());
        JsonNode again = desk.ack("invite", "visitor", waiting.person().id(), "text", "Still there?", "mode", "open");
        assertThat(again.path("conversation").asText()).isEqualTo(waiting.id());

        ChatSocket other = cast.operator().live();
        for (String mode : List.of("open", "invite")) {
            JsonNode taken =
                    other.refused("taken", "invite", "visitor", waiting.person().id(), "text", WORDS, "mode", mode);
            assertThat(taken.path("owner").path("name").asText()).isNotBlank();
        }
    }

    @Test
    void visitorWhoHasGoneShouldBeUnreachableAndOnlyTheAttemptStored() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket desk = cast.operator().live();
        desk.refused("unreachable", "invite", "visitor", ada.id(), "text", WORDS);
        JsonNode count = counts().get(0);
        assertThat(count.path("attempts").asInt()).isEqualTo(1);
        assertThat(count.path("failed").asInt()).isEqualTo(1);
        ChatSocket visitor = ada.live();
        visitor.close();
        await().untilAsserted(() ->
                desk.refused("unreachable", "invite", "visitor", ada.id(), "text", WORDS, "mode", "open"));
        assertThat(ada.connect().hello().path("conversations")).isEmpty();
        count = counts().get(0);
        assertThat(count.path("delivered").asInt()).isZero();
        assertThat(count.path("attempts").asInt())
                .isEqualTo(count.path("failed").asInt())
                .isGreaterThan(1);
    }

    @Test
    void badInvitationsShouldBeRefused() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket visitor = ada.live();
        ChatSocket desk = cast.operator().live();
        desk.refused("not-found", "invite", "visitor", UUID.randomUUID().toString(), "text", WORDS);
        desk.refused("not-found", "invite", "visitor", "nobody", "text", WORDS);
        desk.refused("not-found", "invite", "visitor", ada.id(), "text", WORDS, "department", "nowhere");
        desk.refused("invalid", "invite", "visitor", ada.id());
        desk.refused("invalid", "invite", "visitor", ada.id(), "text", " ");
        desk.refused("invalid", "invite", "visitor", ada.id(), "text", WORDS, "mode", "force");
        desk.refused("too-large", "invite", "visitor", ada.id(), "text", "x".repeat(4001));
        visitor.refused("forbidden", "invite", "visitor", ada.id(), "text", WORDS);

        String id = desk.ack("invite", "visitor", ada.id(), "text", WORDS)
                .path("invitation")
                .asText();
        ChatSocket stranger = cast.visitor().live();
        stranger.refused("not-found", "invitation", "invitation", id, "state", "answered");
        stranger.refused("not-found", "invitation", "invitation", id, "state", "dismissed");
        visitor.refused("invalid", "invitation", "invitation", id, "state", "queued");
        visitor.refused("invalid", "invitation", "invitation", id, "state", "expired");
        visitor.refused("invalid", "invitation", "invitation", id);
        desk.refused("forbidden", "invitation", "invitation", id, "state", "shown");
        assertThat(visitor.ack("invitation", "invitation", id, "state", "delivered")
                        .path("state")
                        .asText())
                .isEqualTo("delivered");
    }

    @Test
    void dismissedShouldBeTheEnd() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket visitor = ada.live();
        ChatSocket otherTab = ada.live();
        ChatSocket desk = cast.operator().live();
        String id = desk.ack("invite", "visitor", ada.id(), "text", WORDS)
                .path("invitation")
                .asText();
        visitor.ack("invitation", "invitation", id, "state", "dismissed");
        awaitState(otherTab, id, "dismissed");
        awaitState(desk, id, "dismissed");
        otherTab.refused("closed", "invitation", "invitation", id, "state", "answered");
        JsonNode count = counts().get(0);
        assertThat(count.path("attempts").asInt()).isEqualTo(1);
        assertThat(count.path("shown").asInt()).isEqualTo(1);
        assertThat(count.path("dismissed").asInt()).isEqualTo(1);
        assertThat(count.path("answered").asInt()).isZero();
        assertThat(count.path("failed").asInt()).isZero();
    }

    @Test
    void blockedVisitorShouldNeitherAnswerNorBeInvited() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket visitor = ada.live();
        ChatSocket desk = cast.operator().live();
        String id = desk.ack("invite", "visitor", ada.id(), "text", WORDS)
                .path("invitation")
                .asText();
        Http.to(parley().at("/api/v1/visitors/" + ada.id() + "/block"))
                .bearer(cast.staff("chat-supervisor").token())
                .put(Json.object())
                .expect(200);
        visitor.refused("forbidden", "invitation", "invitation", id, "state", "answered");
        desk.refused("conflict", "invite", "visitor", ada.id(), "text", WORDS, "mode", "open");
    }

    @Test
    void repeatedInviteShouldGetTheFirstAnswer() {
        Cast.Visitor ada = cast.visitor();
        ada.live();
        ChatSocket desk = cast.operator().live();
        ObjectNode invite = Json.frame("invite", "id", "once", "visitor", ada.id(), "text", WORDS, "mode", "open");
        JsonNode first = desk.ask(invite);
        JsonNode second = desk.ask(invite);
        assertThat(second).isEqualTo(first);
        desk.refused("conflict", Json.frame("invite", "id", "once", "visitor", ada.id(), "text", "Something else"));
        assertThat(counts().get(0).path("attempts").asInt()).isEqualTo(1);
    }

    @Test
    void newPageShouldStillHaveTheInvitation() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket first = ada.live();
        ChatSocket desk = cast.operator().live();
        String id = desk.ack("invite", "visitor", ada.id(), "text", WORDS)
                .path("invitation")
                .asText();
        awaitState(first, id, "queued");
        first.close();
        ChatSocket next = ada.live();
        awaitState(next, id, "queued");
        next.ack("invitation", "invitation", id, "state", "dismissed");
        ChatSocket last = ada.live();
        last.ping();
        assertThat(last.frames("invitation")).isEmpty();
    }

    @Test
    void manyTabsShouldBeginOneConversation() throws Exception {
        Cast.Visitor ada = cast.visitor();
        List<ChatSocket> tabs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tabs.add(ada.live());
        }
        ChatSocket desk = cast.operator().live();
        String id = desk.ack("invite", "visitor", ada.id(), "text", WORDS)
                .path("invitation")
                .asText();
        List<JsonNode> answers = atOnce(tabs.stream()
                .<Callable<JsonNode>>map(tab -> () -> tab.ack("invitation", "invitation", id, "state", "answered"))
                .toList());
        Set<String> conversations = new TreeSet<>();
        answers.forEach(answer -> conversations.add(answer.path("conversation").asText()));
        assertThat(conversations).hasSize(1).doesNotContain("");
        String conversation = conversations.iterator().next();
        desk.awaitEntry(conversation, 2);
        desk.ping();
        assertThat(desk.entries(conversation).stream()
                        .map(entry -> entry.path("kind").asText()))
                .containsExactly("assigned", "message");
    }

    @Test
    void manyOperatorsShouldMakeOneInvitation() throws Exception {
        Cast.Visitor ada = cast.visitor();
        ChatSocket visitor = ada.live();
        List<ChatSocket> desks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            desks.add(cast.operator().live());
        }
        List<JsonNode> answers = atOnce(desks.stream()
                .<Callable<JsonNode>>map(desk -> () -> desk.ask("invite", "visitor", ada.id(), "text", WORDS))
                .toList());
        assertThat(answers.stream()
                        .filter(answer -> "ack".equals(answer.path("type").asText())))
                .hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> "taken".equals(answer.path("code").asText())))
                .hasSize(19);
        visitor.await("invitation");
        visitor.ping();
        assertThat(visitor.frames("invitation")).hasSize(1);
    }

    @Test
    void nextInvitationOfTheSameOperatorShouldTakeTheFirstOnesPlace() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket visitor = ada.live();
        ChatSocket desk = cast.operator().live();
        String first = desk.ack("invite", "visitor", ada.id(), "text", WORDS)
                .path("invitation")
                .asText();
        String second = desk.ack("invite", "visitor", ada.id(), "text", "Hello?")
                .path("invitation")
                .asText();
        awaitState(visitor, first, "expired");
        awaitState(visitor, second, "queued");
        visitor.refused("closed", "invitation", "invitation", first, "state", "answered");
        visitor.ack("invitation", "invitation", second, "state", "answered");
    }

    @Test
    void answerToOneWhoHasGoneShouldWaitInTheQueue() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket visitor = ada.live();
        Cast.Operator olivia = cast.operator();
        ChatSocket desk = olivia.live();
        String id = desk.ack("invite", "visitor", ada.id(), "text", WORDS)
                .path("invitation")
                .asText();
        awaitState(visitor, id, "queued");
        desk.close();
        ChatSocket other = cast.operator().live();
        other.ack("watch", "topics", List.of("queue", "presence"));
        awaitOffline(other, olivia);
        String conversation = visitor.ack("invitation", "invitation", id, "state", "answered")
                .path("conversation")
                .asText();
        JsonNode summary = other.await(
                "conversation", one -> conversation.equals(one.path("id").asText()));
        assertThat(summary.path("status").asText()).isEqualTo("queued");
        assertThat(visitor.awaitKind(conversation, "message").path("text").asText())
                .isEqualTo(WORDS);
        other.ack("accept", "conversation", conversation);
    }

    @Test
    void countsShouldBeForStaffOnly() {
        Http.Answer visitor = Http.to(parley().at("/api/v1/invitations?site=" + cast.site()))
                .bearer(cast.visitor().token())
                .get();
        assertThat(visitor.status()).isEqualTo(403);
        Http.Answer badDay = Http.to(parley().at("/api/v1/invitations?site=" + cast.site() + "&from=yesterday"))
                .bearer(cast.operator().token())
                .get();
        assertThat(badDay.status()).isEqualTo(400);
        Http.Answer unknown = Http.to(parley().at("/api/v1/invitations?site=nosuchsite"))
                .bearer(cast.operator().token())
                .get();
        assertThat(unknown.status()).isEqualTo(404);
    }

    /** The server hears of a closed socket in its own time. */
    private static void awaitOffline(Device watcher, Cast.Operator operator) {
        watcher.await("presence", presence -> {
            for (JsonNode one : presence.path("operators")) {
                if (operator.name().equals(one.path("name").asText())) {
                    return "offline".equals(one.path("status").asText());
                }
            }
            return false;
        });
    }

    private JsonNode counts() {
        return Http.to(parley().at("/api/v1/invitations?site=" + cast.site()))
                .bearer(cast.operator().token())
                .get()
                .expect(200);
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private static JsonNode awaitState(Device device, String invitation, String state) {
        return device.await(
                "invitation",
                frame -> invitation.equals(frame.path("invitation").asText())
                        && state.equals(frame.path("state").asText()));
    }
}
