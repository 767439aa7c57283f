package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Departments;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.server.ParleyServer;

/** Short-lived invitations and trails, on a server that routes few conversations at once. */
class VisitorTimesIT {

    private static final String CART = "https://shop.example/cart";

    private static ParleyServer server;

    private Cast cast;

    @BeforeAll
    static void findServer() {
        server = RestartedServerIT.server();
    }

    @BeforeEach
    void gatherCast() {
        cast = new Cast(server);
    }

    @AfterEach
    void dismissCast() throws IOException {
        cast.close();
    }

    @Test
    void invitationShouldExpireWithTime() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket visitor = ada.live();
        ChatSocket desk = cast.operator().live();
        String id = invite(desk, ada);
        awaitExpired(visitor, id);
        awaitExpired(desk, id);
        visitor.refused("closed", "invitation", "invitation", id, "state", "answered");
        assertThat(count().path("failed").asInt()).as("never seen").isEqualTo(1);
    }

    @Test
    void invitationShouldExpireWhenTheVisitorIsGone() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket visitor = ada.live();
        ChatSocket desk = cast.operator().live();
        String id = invite(desk, ada);
        visitor.ack("invitation", "invitation", id, "state", "shown");
        visitor.close();
        awaitExpired(desk, id);
        assertThat(count().path("failed").asInt()).as("seen").isZero();
        assertThat(count().path("shown").asInt()).isEqualTo(1);
    }

    @Test
    void invitationShouldExpireAfterARestartToo() throws IOException {
        Cast.Visitor ada = cast.visitor();
        ada.live();
        invite(cast.operator().live(), ada);
        String site = cast.site();
        String token = cast.operator().token();
        cast.close();
        server.stop();
        server.start();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(count(site, token).path("failed").asInt()).isEqualTo(1));
    }

    @Test
    void ruleShouldInviteNobodyWhileNobodyAccepts() {
        Http.to(server.at("/api/v1/sites/" + cast.site() + "/invitation-rules"))
                .bearer(cast.token("chat-admin"))
                .post(Json.object("name", "All", "texts", Map.of("en", "May we help you?")))
                .expect(201);
        ChatSocket desk = cast.operator().connect();
        desk.hello();
        desk.ack("status", "status", "away");
        desk.ack("watch", "topics", List.of("visitors", "presence"));
        awaitNobody(desk);
        Cast.Visitor ada = cast.visitor();
        ChatSocket visitor = ada.live();
        visitor.send(Json.frame("page", "url", CART));
        desk.await("visitor", frame -> frame.toString().contains(ada.id()));
        visitor.send(Json.frame("page", "url", CART + "/2"));
        desk.await("visitor", frame -> frame.toString().contains(CART + "/2"));
        visitor.ping();
        assertThat(visitor.frames("invitation")).isEmpty();

        desk.ack("status", "status", "accepting");
        visitor.await("invitation");
    }

    @Test
    void aFloodedDepartmentShouldNotHoldUpAnother() {
        Departments desk = new Departments(cast);
        desk.save("flooded", "strategy", "manual");
        String sales = desk.save("sales", "strategy", "least-busy", "offerSeconds", 600);
        for (int i = 0; i < 3; i++) {
            desk.visitor().live().ack("start", "department", "flooded");
        }
        ChatSocket operator = cast.operator().live();
        String self = operator.await("welcome").at("/self/id").asText();
        desk.employ(self, 3, sales);
        desk.visitor().live().ack("start", "department", "sales");
        operator.await(
                "conversation",
                frame -> self.equals(frame.at("/offer/operator/id").asText()));
    }

    @Test
    void keyShouldNotBringAVisitorBackLongAfterwards() {
        String key = UUID.randomUUID().toString();
        String first = enter(key);
        await().untilAsserted(() -> assertThat(enter(key)).isNotEqualTo(first));
    }

    private String enter(String key) {
        return Http.to(server.at("/api/v1/visitors"))
                .header("Idempotency-Key", key)
                .header("Chat-Browser", "a-secret-that-the-browser-made-up")
                .post(Json.object("site", cast.site()))
                .expect(201)
                .path("visitor")
                .asText();
    }

    @Test
    void oldPagesShouldBeDeleted() {
        Http.to(server.at("/api/v1/sites/" + cast.site()))
                .bearer(cast.token("chat-admin"))
                .put(Json.object("name", "Shop", "origins", List.of(), "visitors", "trail"))
                .expect(200);
        Cast.Visitor ada = cast.visitor();
        ChatSocket visitor = ada.live();
        String token = cast.operator().token();
        await().untilAsserted(() -> {
            visitor.send(Json.frame("page", "url", CART + System.nanoTime()));
            assertThat(trail(ada, token)).isNotEmpty();
        });
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(trail(ada, token)).isEmpty());
    }

    /** Waits until operators of other tests are gone: a moment after their sockets, at the latest with their leases. */
    private void awaitNobody(ChatSocket desk) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> desk.frames("presence").stream().anyMatch(this::tellsOfNobody));
    }

    private boolean tellsOfNobody(JsonNode presence) {
        for (JsonNode department : presence.path("departments")) {
            if (cast.site().equals(department.path("site").asText())) {
                return !department.path("accepting").asBoolean();
            }
        }
        return false;
    }

    private static JsonNode trail(Cast.Visitor visitor, String token) {
        return Http.to(server.at("/api/v1/visitors/" + visitor.id() + "/trail"))
                .bearer(token)
                .get()
                .expect(200);
    }

    private static String invite(ChatSocket desk, Cast.Visitor visitor) {
        return desk.ack("invite", "visitor", visitor.id(), "text", "May I help you?")
                .path("invitation")
                .asText();
    }

    private static void awaitExpired(ChatSocket device, String invitation) {
        device.await(
                "invitation",
                frame -> invitation.equals(frame.path("invitation").asText())
                        && "expired".equals(frame.path("state").asText()));
    }

    private JsonNode count() {
        return count(cast.site(), cast.operator().token());
    }

    private static JsonNode count(String site, String token) {
        return Http.to(server.at("/api/v1/invitations?site=" + site))
                .bearer(token)
                .get()
                .expect(200)
                .path(0);
    }
}
