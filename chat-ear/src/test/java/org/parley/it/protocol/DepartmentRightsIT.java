package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Departments;
import org.parley.it.client.Http;
import org.parley.it.client.Json;

/** What operators outside a department may not do in it, and do not see of it. */
class DepartmentRightsIT extends ProtocolSuite {
    private static final String PAGE = Cast.SHOP + "/cart";

    private Departments departments;
    private String support;
    private String sales;
    private Cast.Operator olivia;
    private Cast.Operator sam;
    private ChatSocket atSupport;
    private ChatSocket atSales;
    private Cast.Visitor person;
    private ChatSocket visitor;

    @BeforeEach
    void employ() {
        departments = new Departments(cast);
        support = departments.save("support");
        sales = departments.save("sales");
        olivia = cast.operator();
        sam = cast.operator();
        atSupport = member(olivia, support);
        atSales = member(sam, sales);
        person = departments.visitor();
        visitor = person.live();
        visitor.send(Json.frame("page", "url", PAGE));
    }

    private ChatSocket member(Cast.Operator operator, String department) {
        ChatSocket socket = operator.live();
        departments.employ(socket.await("welcome").at("/self/id").asText(), 5, department);
        return socket;
    }

    @Test
    void inviteShouldBeForDepartmentsThatOneServes() {
        for (String mode : new String[] {"open", "invite"}) {
            invite("forbidden", atSupport, "mode", mode, "department", "sales");
        }
        JsonNode own = atSales.ack("invite", "visitor", person.id(), "text", "Hello", "mode", "open");
        JsonNode summary = visitor.await("conversation", one -> one.path("id").equals(own.path("conversation")));
        assertThat(summary.at("/department/id").asText())
                .as("the site's first that one serves")
                .isEqualTo(sales);
        visitor.await("invitation");
        assertThat(visitor.frames("invitation")).hasSize(1);
        visitor.send(Json.frame("invitation", "invitation", own.path("invitation"), "state", "dismissed"));
        visitor.ping();
        cast.staff("chat-supervisor")
                .live()
                .ack("invite", "visitor", person.id(), "text", "Hi", "mode", "open", "department", "support");
    }

    @Test
    void welcomeShouldTellTheDepartmentsThatOneServes() {
        await().untilAsserted(() -> {
            ChatSocket another = cast.keep(olivia.connect());
            assertThat(another.hello().at("/self/departments"))
                    .extracting(JsonNode::asText)
                    .contains(support)
                    .doesNotContain(sales);
        });
    }

    @Test
    void whatWasSaidInAnotherDepartmentShouldStayThere() {
        String secret = talk(atSales, "sales");
        atSales.ack("note", "conversation", secret, "text", "Pays late");
        atSales.ack("close", "conversation", secret);
        String own = talk(atSupport, "support");
        atSupport.ack("close", "conversation", own);
        String now = talk(atSupport, "support");

        assertThat(conversations(olivia)).contains(own, now).doesNotContain(secret);
        sync("not-found", atSupport, secret, "internal");
        sync("not-found", atSupport, secret, "public");
        assertThat(form(olivia, secret).code()).isEqualTo("not-found");
        atSupport.refused("not-found", "reopen", "conversation", secret);
        assertThat(atSupport
                        .ack("sync", "conversation", own, "log", "internal", "after", 0, "limit", 10)
                        .path("head")
                        .asInt())
                .isZero();
        Cast.Operator supervisor = cast.staff("chat-supervisor");
        assertThat(conversations(supervisor)).contains(secret, own, now);
        supervisor.live().ack("sync", "conversation", secret, "log", "internal", "after", 0, "limit", 10);
    }

    /** An operator who answered a visitor reads it later, even from another department. */
    @Test
    void whatOneHasSaidOneselfShouldBeReadableAfterAMove() {
        String before = talk(atSales, "sales");
        atSales.ack("close", "conversation", before);
        departments.employ(atSales.await("welcome").at("/self/id").asText(), 5, support);
        String now = talk(atSales, "support");

        assertThat(conversations(sam)).contains(before, now);
        assertThat(form(sam, before).status()).isEqualTo(200);
    }

    /** A merge gives the owner the earlier log, of any department. */
    @Test
    void whatGoesOnInOnesOwnShouldBeReadable() {
        String other = talk(atSales, "sales");
        String own = talk(atSupport, "support");
        sync("not-found", atSupport, other, "public");
        cast.staff("chat-supervisor").live().ack("merge", "conversation", other, "into", own);

        atSupport.ack("sync", "conversation", other, "log", "public", "after", 0, "limit", 10);
        assertThat(conversations(olivia)).contains(other);
    }

    @Test
    void acceptAndDeclineShouldTellNothingOfOthers() {
        String theirs = talk(atSales, "sales");
        JsonNode unknown = atSupport.refused(
                "not-found", "accept", "conversation", UUID.randomUUID().toString());
        for (String command : new String[] {"accept", "decline"}) {
            JsonNode refusal = atSupport.refused("not-found", command, "conversation", theirs);
            assertThat(refusal.path("message")).isEqualTo(unknown.path("message"));
            assertThat(refusal.toString()).doesNotContain(sam.name());
        }
        atSales.ack("close", "conversation", theirs);
        atSupport.refused("not-found", "accept", "conversation", theirs);
        atSupport.refused("not-found", "decline", "conversation", theirs);
        atSales.refused("closed", "accept", "conversation", theirs);
    }

    @Test
    void visitorsShouldBeSeenByThoseWhoServeTheirSite() {
        Departments elsewhere = new Departments(cast);
        Cast.Operator stranger = cast.operator();
        ChatSocket desk = stranger.live();
        elsewhere.employ(desk.await("welcome").at("/self/id").asText(), 5, elsewhere.save("support"));
        awaitSeen(atSupport);

        // Routing learns within a second who serves what.
        await().untilAsserted(() -> assertThat(seen(desk)).isZero());
        invite("not-found", desk);
        for (String path : new String[] {"", "/trail"}) {
            assertThat(at(path, stranger).get().code()).as(path).isEqualTo("not-found");
            assertThat(at(path, olivia).get().status()).as(path).isEqualTo(200);
        }
        assertThat(at("/block", stranger).put(Json.object()).code()).isEqualTo("not-found");
        assertThat(at("/block", stranger).delete().code()).isEqualTo("not-found");
        assertThat(counts(stranger).code()).isEqualTo("not-found");
        assertThat(counts(olivia).status()).isEqualTo(200);
        assertThat(seen(cast.staff("chat-supervisor").live())).isPositive();

        // An operator who was given a conversation of a visitor may see them from then on.
        String conversation = talk(atSupport, "support");
        atSupport.ack(
                "transfer",
                "conversation",
                conversation,
                "to",
                Json.object("operator", desk.await("welcome").at("/self/id").asText()));
        desk.ack("accept", "conversation", conversation);
        assertThat(at("", stranger).get().status()).isEqualTo(200);
        desk.ack("close", "conversation", conversation);
        assertThat(at("", stranger).get().status()).isEqualTo(200);
    }

    @Test
    void invitationShouldBeToldToThoseWhoServeTheSite() {
        Departments elsewhere = new Departments(cast);
        ChatSocket desk = cast.operator().live();
        elsewhere.employ(desk.await("welcome").at("/self/id").asText(), 5, elsewhere.save("support"));
        awaitSeen(atSupport);
        await().untilAsserted(() -> assertThat(seen(desk)).isZero());

        atSales.ack("invite", "visitor", person.id(), "text", "Hello");

        atSupport.await("invitation");
        desk.ping();
        assertThat(desk.frames("invitation")).isEmpty();
    }

    @Test
    void queriesOfPagesShouldBeCutUnlessTheSiteKeepsThem() {
        visitor.send(Json.frame(
                "page", "url", Cast.SHOP + "/search?q=secret#x", "referrer", "https://search.example/?q=secret"));
        JsonNode seen = awaitPage(Cast.SHOP + "/search");
        assertThat(seen.path("referrer").asText()).isEqualTo("https://search.example/");
        assertThat(at("", olivia).get().text()).doesNotContain("secret");

        JsonNode stored = Http.to(parley().at("/api/v1/sites/" + departments.site()))
                .bearer(cast.token("chat-admin"))
                .put(Json.object("keepQuery", true))
                .expect(200);
        assertThat(stored.path("keepQuery").asBoolean()).isTrue();
        await().until(() -> {
            // A change of the policy counts within seconds.
            visitor.send(Json.frame("page", "url", Cast.SHOP + "/search?q=" + UUID.randomUUID()));
            return at("", olivia).get().text().contains("/search?q=");
        });
    }

    private String talk(ChatSocket operator, String department) {
        String id = visitor.ack("start", "department", department, "form", Json.object("email", "v@example.com"))
                .path("conversation")
                .asText();
        operator.ack("accept", "conversation", id);
        return id;
    }

    private void invite(String code, ChatSocket operator, Object... fields) {
        com.fasterxml.jackson.databind.node.ObjectNode frame = Json.frame("invite", fields);
        operator.refused(code, frame.put("visitor", person.id()).put("text", "Hello"));
    }

    private static void sync(String code, ChatSocket operator, String conversation, String log) {
        operator.refused(code, "sync", "conversation", conversation, "log", log, "after", 0, "limit", 10);
    }

    private int seen(ChatSocket watcher) {
        return watcher.ack(
                        "watch",
                        "topics",
                        java.util.List.of("visitors"),
                        "visitors",
                        Json.object("site", departments.site()))
                .path("visitors")
                .asInt();
    }

    private void awaitSeen(ChatSocket watcher) {
        watcher.ack("watch", "topics", java.util.List.of("visitors"));
        awaitPage(PAGE, watcher);
    }

    private JsonNode awaitPage(String page) {
        atSupport.ack("watch", "topics", java.util.List.of("visitors"));
        return awaitPage(page, atSupport);
    }

    private JsonNode awaitPage(String page, ChatSocket watcher) {
        return watcher.await(
                "visitor",
                frame -> person.id().equals(frame.at("/visitor/id").asText())
                        && page.equals(frame.path("page").asText()));
    }

    private String conversations(Cast.Operator operator) {
        return at("/conversations", operator).get().expect(200).toString();
    }

    private Http.Answer form(Cast.Operator operator, String conversation) {
        return Http.to(parley().at("/api/v1/conversations/" + conversation + "/form"))
                .bearer(operator.token())
                .get();
    }

    private Http.Answer counts(Cast.Operator operator) {
        return Http.to(parley().at("/api/v1/invitations?site=" + departments.site()))
                .bearer(operator.token())
                .get();
    }

    private Http at(String path, Cast.Operator operator) {
        return Http.to(parley().at("/api/v1/visitors/" + person.id() + path)).bearer(operator.token());
    }
}
