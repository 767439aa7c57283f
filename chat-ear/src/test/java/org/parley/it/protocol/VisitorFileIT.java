package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;

/** A visitor's file for staff, and blocking. */
class VisitorFileIT extends ProtocolSuite {

    @Test
    void blockedVisitorShouldNotWriteUntilTheBlockIsLifted() {
        Talk talk = cast.talk();
        JsonNode block = block(talk.person(), talk.staff().token(), Json.object("minutes", 60, "reason", "Insults"))
                .expect(200);
        assertThat(block.path("by").path("name").asText())
                .isEqualTo(talk.staff().name());
        assertThat(block.path("until").asText())
                .isGreaterThan(block.path("since").asText());
        talk.visitor().awaitKind(talk.id(), "closed");
        talk.visitor()
                .await(
                        "conversation",
                        frame -> "closed".equals(frame.path("status").asText()));
        JsonNode refusal = talk.visitor().refused("forbidden", "send", "conversation", talk.id(), "text", "But");
        assertThat(refusal.path("message").asText()).contains("come back later");
        talk.visitor().refused("forbidden", "start", "text", "Again");
        assertThat(talk.visitor().frames().toString()).doesNotContain("Insults");
        JsonNode note = talk.operator().awaitKind(talk.id(), "routing");
        assertThat(note.path("data").path("reason").asText()).isEqualTo("Insults");

        Http.Answer lifted =
                at(talk.person(), "/block").bearer(talk.staff().token()).delete();
        assertThat(lifted.status()).isEqualTo(204);
        talk.person().live().ack("start", "text", "Again");
    }

    @Test
    void blockedVisitorShouldBeShownOutAndVanish() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket desk = cast.operator().live();
        desk.ack("watch", "topics", List.of("visitors"), "visitors", Json.object("site", cast.site()));
        ChatSocket visitor = ada.live();
        visitor.send(Json.frame("page", "url", Cast.SHOP + "/cart"));
        desk.await("visitor", frame -> frame.toString().contains(ada.id()));
        int before = desk.size();
        block(ada, cast.token("chat-supervisor"), Json.object()).expect(200);

        desk.awaitAfter(
                before,
                "visitor",
                frame -> frame.toString().contains(ada.id())
                        && frame.path("left").asBoolean());
        assertThat(visitor.await("bye").path("code").asInt()).isEqualTo(4403);
        assertThat(visitor.closeCode()).isEqualTo(4403);

        int then = desk.size();
        ChatSocket again = ada.live();
        again.send(Json.frame("page", "url", Cast.SHOP + "/till"));
        assertThat(again.closeCode()).isEqualTo(4403);
        ChatSocket bob = cast.visitor().live();
        bob.send(Json.frame("page", "url", Cast.SHOP + "/later"));
        desk.awaitAfter(then, "visitor", frame -> frame.toString().contains("/later"));
        assertThat(desk.frames().subList(then, desk.size()).toString()).doesNotContain(ada.id());
    }

    @Test
    void whatABlockedVisitorsPageSaysShouldBeDropped() {
        Cast.Visitor ada = cast.visitor();
        String supervisor = cast.token("chat-supervisor");
        block(ada, supervisor, Json.object()).expect(200);
        Http.to(parley().at("/api/v1/visitors"))
                .bearer(ada.token())
                .post(Json.object("site", cast.site(), "attributes", Json.object("name", "Rude words")))
                .expect(201);
        JsonNode file = file(ada, supervisor).expect(200);
        assertThat(file.path("attributes")).isEmpty();
        assertThat(file.path("visitor").hasNonNull("name")).isFalse();
    }

    @Test
    void newVisitorOfABlockedBrowserShouldBeBlockedToo() {
        String browser = UUID.randomUUID().toString();
        Cast.Visitor ada = enter(browser);
        String supervisor = cast.token("chat-supervisor");
        block(ada, supervisor, Json.object()).expect(200);

        Cast.Visitor again = enter(browser);
        assertThat(again.id()).isNotEqualTo(ada.id());
        ChatSocket socket = again.live();
        socket.refused("forbidden", "start", "text", "It is me again");
        assertThat(socket.closeCode()).isEqualTo(4403);
        JsonNode file = file(again, supervisor).expect(200);
        assertThat(file.path("visitor").hasNonNull("name")).isFalse();
        assertThat(file.path("block").path("visitor").path("id").asText()).isEqualTo(ada.id());
        enter(UUID.randomUUID().toString()).live().ack("start");

        at(again, "/block").bearer(supervisor).delete();
        again.live().ack("start");
    }

    private Cast.Visitor enter(String browser) {
        JsonNode entered = Http.to(parley().at("/api/v1/visitors"))
                .header("Chat-Browser", browser)
                .post(Json.object("site", cast.site(), "attributes", Json.object("name", "Ada")))
                .expect(201);
        return new Cast.Visitor(
                cast, entered.path("visitor").asText(), entered.path("token").asText());
    }

    @Test
    void supervisorsShouldSeeBlocksAndLiftThem() {
        Cast.Visitor visitor = cast.visitor();
        String supervisor = cast.token("chat-supervisor");
        block(visitor, supervisor, Json.object()).expect(200);
        visitor.live().refused("forbidden", "start");
        JsonNode all =
                Http.to(parley().at("/api/v1/blocks")).bearer(supervisor).get().expect(200);
        assertThat(StreamSupport.stream(all.spliterator(), false)
                        .filter(one -> visitor.id()
                                .equals(one.path("visitor").path("id").asText())))
                .hasSize(1)
                .allSatisfy(one -> assertThat(one.has("until")).isFalse());
        assertThat(file(visitor, supervisor).expect(200).has("block")).isTrue();
        assertThat(at(visitor, "/block")
                        .bearer(cast.token("chat-supervisor"))
                        .delete()
                        .status())
                .isEqualTo(204);
        assertThat(file(visitor, supervisor).expect(200).has("block")).isFalse();
        visitor.live().ack("start");
    }

    @Test
    void onlyThoseConcernedShouldBlock() {
        Talk talk = cast.talk();
        String other = cast.token("chat-operator");
        assertThat(block(talk.person(), other, Json.object()).status()).isEqualTo(403);
        assertThat(block(talk.person(), talk.person().token(), Json.object()).status())
                .isEqualTo(403);
        block(talk.person(), talk.staff().token(), Json.object()).expect(200);
        assertThat(at(talk.person(), "/block").bearer(other).delete().status()).isEqualTo(403);
        assertThat(Http.to(parley().at("/api/v1/blocks")).bearer(other).get().status())
                .isEqualTo(403);
    }

    @Test
    void badBlocksShouldBeRefusedAndChangeNothing() {
        Talk talk = cast.talk();
        String token = talk.staff().token();
        for (ObjectNode bad : new ObjectNode[] {
            Json.object("minutes", 0), Json.object("minutes", 525_601), Json.object("minutes", "ten")
        }) {
            Http.Answer refused = block(talk.person(), token, bad);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().path("field").asText()).isEqualTo("minutes");
        }
        Http.Answer tooLong = block(talk.person(), token, Json.object("reason", "x".repeat(201)));
        assertThat(tooLong.status()).isEqualTo(413);
        Http.Answer unknown = Http.to(parley().at("/api/v1/visitors/" + UUID.randomUUID() + "/block"))
                .bearer(token)
                .put(Json.object());
        assertThat(unknown.status()).isEqualTo(404);
        talk.say(talk.visitor(), "Still here");
    }

    @Test
    void theOperatorOfAVisitorShouldReadEarlierConversations() {
        Talk before = cast.talk();
        before.say(before.operator(), "The answer is 42");
        before.operator().ack("close", "conversation", before.id());
        Cast.Operator next = cast.operator();
        ChatSocket operator = next.live();
        operator.refused("not-found", "sync", "conversation", before.id(), "log", "public", "after", 0);
        assertThat(at(before.person(), "/conversations")
                        .bearer(next.token())
                        .get()
                        .status())
                .isEqualTo(403);

        String again = before.visitor().ack("start").path("conversation").asText();
        operator.ack("accept", "conversation", again);
        JsonNode list =
                at(before.person(), "/conversations").bearer(next.token()).get().expect(200);
        assertThat(list).hasSize(2);
        assertThat(list.path(1).path("id").asText()).isEqualTo(before.id());
        assertThat(list.path(1).path("owner").path("name").asText())
                .isEqualTo(before.staff().name());
        assertThat(Talk.log(operator, before.id()).toString()).contains("The answer is 42");
        operator.refused("not-found", "send", "conversation", before.id(), "text", "Me too");
    }

    @Test
    void fileShouldTellWhatIsProvenAndWhatIsNot() {
        JsonNode entered = Http.to(parley().at("/api/v1/visitors"))
                .post(Json.object("site", cast.site(), "attributes", Json.object("name", "Ada", "plan", "gold")))
                .expect(201);
        Cast.Visitor ada = new Cast.Visitor(
                cast, entered.path("visitor").asText(), entered.path("token").asText());
        JsonNode file = file(ada, cast.token("chat-operator")).expect(200);
        assertThat(file.path("visitor").path("name").asText()).isEqualTo("Ada");
        assertThat(file.path("proven").asBoolean(true)).isFalse();
        assertThat(file.path("attributes").path("plan").asText()).isEqualTo("gold");
        assertThat(file(ada, ada.token()).status()).isEqualTo(403);
    }

    @Test
    void staffShouldReadTheFormThatTheVisitorFilledIn() {
        Cast.Visitor visitor = cast.visitor();
        String id = visitor.live()
                .ack("start", "text", "Hi", "form", Json.object("email", "ada@shop.example", "subject", "A refund"))
                .path("conversation")
                .asText();
        Http form = Http.to(parley().at("/api/v1/conversations/" + id + "/form"));
        JsonNode answers = form.bearer(cast.token("chat-operator")).get().expect(200);
        assertThat(answers.path("email").asText()).isEqualTo("ada@shop.example");
        Http.Answer asVisitor = Http.to(parley().at("/api/v1/conversations/" + id + "/form"))
                .bearer(visitor.token())
                .get();
        assertThat(asVisitor.status()).isEqualTo(403);
    }

    private Http.Answer file(Cast.Visitor visitor, String token) {
        return at(visitor, "").bearer(token).get();
    }

    private Http.Answer block(Cast.Visitor visitor, String token, JsonNode body) {
        return at(visitor, "/block").bearer(token).put(body);
    }

    private Http at(Cast.Visitor visitor, String path) {
        return Http.to(parley().at("/api/v1/visitors/" + visitor.id() + path));
    }
}
