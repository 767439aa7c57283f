package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;
import org.parley.it.client.Tokens;

/** An anonymous visitor logs in to the shop, which proves who they are. */
class ProvenVisitorIT extends ProtocolSuite {

    private static final String KEY = "a-key-of-the-shop-that-is-long-enough";

    private final Tokens shop = Tokens.hmac(KEY);
    private final String subject = Cast.unique("customer");

    @BeforeEach
    void letTheSiteProve() {
        Http.to(parley().at("/api/v1/sites/" + cast.site()))
                .bearer(cast.token("chat-admin"))
                .put(Json.object("name", "Shop", "origins", List.of(Cast.SHOP), "identityKey", KEY))
                .expect(200);
    }

    @Test
    void theirConversationsShouldGoWithThem() {
        Talk talk = cast.talk();
        talk.visitor().ask(Json.frame("send", "id", "m-1", "conversation", talk.id(), "text", "Where is it?"));

        Cast.Visitor proven = enter(talk.person().token());

        assertThat(talk.visitor()
                        .await("conversation", frame -> frame.path("revoked").asBoolean())
                        .path("id")
                        .asText())
                .isEqualTo(talk.id());
        talk.visitor().refused("not-found", "send", "conversation", talk.id(), "text", "still me?");
        ChatSocket known = proven.live();
        JsonNode again = known.ask(Json.frame("send", "id", "m-1", "conversation", talk.id(), "text", "Where is it?"));
        assertThat(again.path("type").asText()).isEqualTo("ack");
        assertThat(Talk.texts(Talk.log(known, talk.id()))).containsExactly("Where is it?");
        int seq = talk.say(known, "It is me");
        assertThat(talk.operator().awaitEntry(talk.id(), seq).at("/author/id").asText())
                .isEqualTo(proven.id());
    }

    @Test
    void aConversationShouldBeMergedIntoTheOneTheyHave() {
        ChatSocket known = enter(null).live();
        String old =
                known.ack("start", "text", "from home").path("conversation").asText();
        Talk talk = cast.talk();
        talk.say(talk.visitor(), "from work");

        enter(talk.person().token());

        JsonNode summary =
                known.await("conversation", frame -> frame.path("id").asText().equals(talk.id()));
        assertThat(summary.path("mergedInto").asText()).isEqualTo(old);
        JsonNode sent = known.ack("send", "conversation", talk.id(), "text", "here");
        assertThat(sent.path("conversation").asText()).isEqualTo(old);
        assertThat(talk.operator()
                        .awaitEntry(old, sent.path("seq").asInt())
                        .path("text")
                        .asText())
                .as("who answered the anonymous one goes on")
                .isEqualTo("here");
        known.await(
                "entry",
                frame -> frame.path("conversation").asText().equals(talk.id())
                        && frame.path("text").asText().equals("from work"));
    }

    @Test
    void aBlockShouldGoWithThem() {
        ChatSocket known = enter(null).live();
        String old =
                known.ack("start", "text", "from home").path("conversation").asText();
        Talk talk = cast.talk();
        Http.to(parley().at("/api/v1/visitors/" + talk.person().id() + "/block"))
                .bearer(talk.staff().token())
                .put(Json.object("minutes", 60, "reason", "Insults"))
                .expect(200);

        Cast.Visitor proven = enter(talk.person().token());

        known.awaitKind(old, "closed");
        proven.live().refused("forbidden", "start", "text", "It is only me");
        JsonNode file = Http.to(parley().at("/api/v1/visitors/" + proven.id()))
                .bearer(cast.token("chat-supervisor"))
                .get()
                .expect(200);
        assertThat(file.at("/block/reason").asText()).isEqualTo("Insults");
    }

    @Test
    void nobodysConversationsShouldBeTakenWithoutTheirToken() {
        Talk talk = cast.talk();
        ChatSocket known = enter(null).live();
        known.refused("not-found", "send", "conversation", talk.id(), "text", "mine now?");
        String forged = Tokens.STRANGER.sign(Tokens.claims(talk.person().id(), null, "chat-visitor"));
        assertThat(post(forged).status()).isIn(201, 401);
        known.refused("not-found", "send", "conversation", talk.id(), "text", "mine now?");
        talk.say(talk.visitor(), "still mine");
    }

    @Test
    void anotherKnownVisitorShouldStayWhoTheyAre() {
        Cast.Visitor first = enter(null);
        ChatSocket device = first.live();
        String id = device.ack("start").path("conversation").asText();

        Cast.Visitor second = new ProvenAs(Cast.unique("other")).enter(first.token());

        assertThat(second.id()).isNotEqualTo(first.id());
        device.ack("send", "conversation", id, "text", "still mine");
        second.live().refused("not-found", "send", "conversation", id, "text", "mine now?");
    }

    private Cast.Visitor enter(String token) {
        return new ProvenAs(subject).enter(token);
    }

    private Http.Answer post(String token) {
        return new ProvenAs(subject).post(token);
    }

    private final class ProvenAs {
        private final String who;

        ProvenAs(String who) {
            this.who = who;
        }

        Http.Answer post(String token) {
            Http request = Http.to(parley().at("/api/v1/visitors"));
            return (token == null ? request : request.bearer(token))
                    .post(Json.object("site", cast.site(), "identity", shop.sign(Tokens.claims(who, "Ada"))));
        }

        Cast.Visitor enter(String token) {
            JsonNode answer = post(token).expect(201);
            return new Cast.Visitor(
                    cast, answer.path("visitor").asText(), answer.path("token").asText());
        }
    }
}
