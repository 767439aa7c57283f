package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;
import org.parley.it.client.Json;

class InvitationRulesIT extends ProtocolSuite {

    private static final String CART = "https://shop.example/cart";

    @Test
    void ruleShouldInviteOnceAVisitInTheDepartmentsName() {
        make(rule("Cart", Json.object("page", "/cart*", "pages", 2)));
        ChatSocket desk = cast.operator().live();
        desk.ack("watch", "topics", List.of("visitors", "queue"));
        Cast.Visitor ada = cast.visitor();
        ChatSocket visitor = ada.live();
        page(visitor, CART);
        desk.await("visitor", frame -> frame.toString().contains(ada.id()));
        page(visitor, CART + "/2");

        JsonNode invitation = visitor.await("invitation");
        assertThat(invitation.path("text").asText()).isEqualTo("May we help you?");
        assertThat(invitation.path("author").path("kind").asText()).isEqualTo("system");
        assertThat(invitation.path("author").path("name").asText()).isEqualTo("Support");
        assertThat(visitor.frames("invitation").get(0).path("state").asText()).isEqualTo("queued");
        String id = invitation.path("invitation").asText();
        desk.await("invitation", frame -> id.equals(frame.path("invitation").asText()));

        String conversation = visitor.ack("invitation", "invitation", id, "state", "answered")
                .path("conversation")
                .asText();
        JsonNode summary = desk.await(
                "conversation", one -> conversation.equals(one.path("id").asText()));
        assertThat(summary.path("status").asText()).isEqualTo("queued");
        JsonNode message = visitor.awaitKind(conversation, "message");
        assertThat(message.path("author").path("kind").asText()).isEqualTo("system");
        desk.ack("accept", "conversation", conversation);
        desk.ack("close", "conversation", conversation);

        page(visitor, CART + "/3");
        desk.await("visitor", frame -> frame.toString().contains(CART + "/3"));
        Cast.Visitor bob = cast.visitor();
        ChatSocket next = bob.live();
        page(next, CART + "/4");
        page(next, CART + "/5");
        next.await("invitation");
        assertThat(visitor.frames("invitation").stream()
                        .filter(frame -> "queued".equals(frame.path("state").asText())))
                .as("once a visit")
                .hasSize(1);
    }

    @Test
    void operatorsInvitationShouldTakeTheRulesPlace() {
        make(rule("All", Json.object()));
        ChatSocket desk = cast.operator().live();
        Cast.Visitor ada = cast.visitor();
        ChatSocket visitor = ada.live();
        page(visitor, CART);
        String ofRule = visitor.await("invitation").path("invitation").asText();
        String ofOperator = desk.ack("invite", "visitor", ada.id(), "text", "Hello, I am real")
                .path("invitation")
                .asText();
        visitor.await(
                "invitation",
                frame -> ofRule.equals(frame.path("invitation").asText())
                        && "expired".equals(frame.path("state").asText()));
        visitor.await(
                "invitation",
                frame -> ofOperator.equals(frame.path("invitation").asText()));
    }

    @Test
    void visitorInAConversationShouldNotBeInvited() {
        make(rule("All", Json.object()));
        cast.operator().live();
        ChatSocket busy = cast.visitor().live();
        busy.ack("start");
        page(busy, CART);
        ChatSocket free = cast.visitor().live();
        page(free, CART);
        free.await("invitation");
        busy.ping();
        assertThat(busy.frames("invitation")).isEmpty();
    }

    @Test
    void hoursShouldBeThoseOfTheSitesZone() {
        ObjectNode days = Json.object();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.set(
                    day.name().toLowerCase(Locale.ROOT),
                    Json.object("all", List.of("00:00-24:00")).path("all"));
        }
        Http.to(parley().at("/api/v1/sites/" + cast.site() + "/hours"))
                .bearer(cast.token("chat-admin"))
                .put(Json.object("hours", Json.object("zone", "Asia/Shanghai", "days", days)))
                .expect(200);
        LocalTime there = LocalTime.now(ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.MINUTES);
        LocalTime utc = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        ObjectNode wrong = rule("By UTC", around(utc));
        wrong.set("texts", Json.object("en", "Wrong"));
        make(wrong);
        make(rule("By the site's zone", around(there)));
        cast.operator().live();
        ChatSocket visitor = cast.visitor().live();
        page(visitor, CART);
        assertThat(visitor.await("invitation").path("text").asText()).isEqualTo("May we help you?");
    }

    private static ObjectNode around(LocalTime time) {
        return Json.object(
                "from", time.minusHours(1).toString(), "to", time.plusHours(1).toString());
    }

    @Test
    void administratorShouldMakeChangeAndDeleteRules() {
        JsonNode made =
                make(rule("Second", Json.object("seconds", 30, "returning", true, "from", "22:00", "to", "06:00")));
        String id = made.path("id").asText();
        assertThat(made.path("enabled").asBoolean()).isTrue();
        assertThat(made.path("department").asText()).isEqualTo("support");
        ObjectNode earlier = rule("First", Json.object("attribute", "plan", "value", "gold"));
        earlier.put("rank", 0);
        make(earlier);
        assertThat(rules().get().expect(200).findValuesAsText("name")).containsExactly("First", "Second");

        ObjectNode changed = rule("Second, changed", Json.object());
        changed.put("enabled", false);
        JsonNode after = rules("/" + id).put(changed).expect(200);
        assertThat(after.path("name").asText()).isEqualTo("Second, changed");
        assertThat(after.path("enabled").asBoolean()).isFalse();
        assertThat(after.path("when")).isEmpty();
        assertThat(after.path("texts").path("en").asText()).isEqualTo("May we help you?");

        assertThat(rules("/" + id).json("DELETE", "").status()).isEqualTo(204);
        assertThat(rules().get().expect(200).findValuesAsText("name")).containsExactly("First");
    }

    @Test
    void badRulesShouldBeRefusedAndChangeNothing() {
        String id = make(rule("Good", Json.object())).path("id").asText();
        for (ObjectNode when : List.of(
                Json.object("seconds", -1),
                Json.object("seconds", 1.5),
                Json.object("pages", 0),
                Json.object("returning", "yes"),
                Json.object("attribute", "plan"),
                Json.object("from", "09:00"),
                Json.object("from", "09:00", "to", "09:00"),
                Json.object("from", "9 o'clock", "to", "10:00"))) {
            assertThat(rules("/" + id).put(rule("Bad", when)).code())
                    .as(when.toString())
                    .isEqualTo("invalid");
            assertThat(rules().post(rule("Bad", when)).code())
                    .as(when.toString())
                    .isEqualTo("invalid");
        }
        ObjectNode nowhere = rule("Bad", Json.object());
        nowhere.put("department", "nowhere");
        assertThat(rules().post(nowhere).status()).isEqualTo(404);
        ObjectNode mute = rule("Bad", Json.object());
        mute.set("texts", Json.object());
        assertThat(rules().post(mute).code()).isEqualTo("invalid");
        ObjectNode empty = rule("Bad", Json.object());
        empty.set("texts", Json.object("en", " "));
        assertThat(rules().post(empty).code()).isEqualTo("invalid");
        assertThat(rules("/" + UUID.randomUUID())
                        .put(rule("Bad", Json.object()))
                        .status())
                .isEqualTo(404);
        assertThat(rules("/nonsense").json("DELETE", "").status()).isEqualTo(404);
        assertThat(Http.to(parley().at("/api/v1/sites/nosuchsite/invitation-rules"))
                        .bearer(cast.token("chat-admin"))
                        .post(rule("Bad", Json.object()))
                        .status())
                .isEqualTo(404);
        assertThat(Http.to(parley().at("/api/v1/sites/" + cast.newSite() + "/invitation-rules/" + id))
                        .bearer(cast.token("chat-admin"))
                        .json("DELETE", "")
                        .status())
                .as("another site's rule")
                .isEqualTo(404);
        assertThat(rules().get().expect(200).findValuesAsText("name")).containsExactly("Good");
    }

    @Test
    void rulesShouldBeTheAdministrators() {
        for (String role : List.of("chat-operator", "chat-supervisor")) {
            assertThat(Http.to(parley().at("/api/v1/sites/" + cast.site() + "/invitation-rules"))
                            .bearer(cast.token(role))
                            .get()
                            .status())
                    .isEqualTo(403);
        }
    }

    private JsonNode make(ObjectNode rule) {
        return rules().post(rule).expect(201);
    }

    private static ObjectNode rule(String name, ObjectNode when) {
        return Json.object(
                "name",
                name,
                "rank",
                5,
                "department",
                "support",
                "when",
                when,
                "texts",
                Map.of("en", "May we help you?", "ar", "هل يمكننا مساعدتك؟"));
    }

    private Http rules() {
        return rules("");
    }

    private Http rules(String path) {
        return Http.to(parley().at("/api/v1/sites/" + cast.site() + "/invitation-rules" + path))
                .bearer(cast.token("chat-admin"));
    }

    private static void page(ChatSocket visitor, String url) {
        visitor.send(Json.frame("page", "url", url));
    }
}
