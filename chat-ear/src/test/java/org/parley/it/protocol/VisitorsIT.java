package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Device;
import org.parley.it.client.Http;
import org.parley.it.client.Json;

class VisitorsIT extends ProtocolSuite {

    private static final String HOME = "https://shop.example/";

    @Test
    void watcherShouldSeeWhoIsThereAndWhereTheyGo() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket device = ada.live();
        visit(device, HOME, "Home", "https://search.example/?q=shop#top");
        ChatSocket watcher = watcher();
        JsonNode seen = awaitPage(watcher, ada, HOME);
        assertThat(seen.path("title").asText()).isEqualTo("Home");
        assertThat(seen.path("referrer").asText()).isEqualTo("https://search.example/");
        assertThat(seen.path("site").asText()).isEqualTo(cast.site());
        assertThat(seen.path("pages").asInt()).isEqualTo(1);
        assertThat(seen.path("since").asText()).endsWith("Z");
        assertThat(seen.path("returning").asBoolean()).isFalse();
        assertThat(seen.has("address")).isFalse();
        assertThat(seen.path("conversation").isNull()).isTrue();

        visit(device, HOME + "cart", "Cart", null);
        assertThat(awaitPage(watcher, ada, HOME + "cart").path("pages").asInt()).isEqualTo(2);

        String conversation =
                device.ack("start", "text", "Hello").path("conversation").asText();
        awaitVisitor(
                watcher,
                ada,
                one -> conversation.equals(one.path("conversation").asText()));

        device.close();
        awaitVisitor(watcher, ada, one -> one.path("left").asBoolean());
    }

    @Test
    void visitorsInConversationsShouldBeListedOnAnyPage() {
        for (String watching : List.of("live", "off")) {
            policy(watching, false);
            Cast.Visitor ada = cast.visitor();
            ChatSocket device = ada.live();
            ChatSocket watcher = watcher();
            String conversation =
                    device.ack("start", "text", "Hello").path("conversation").asText();
            JsonNode seen = awaitVisitor(
                    watcher,
                    ada,
                    one -> conversation.equals(one.path("conversation").asText()));
            assertThat(seen.path("page").isNull()).isTrue();
            assertThat(seen.path("pages").asInt()).isZero();
            assertThat(seen.path("browser").isNull()).isTrue();
            assertThat(Http.to(parley().at("/api/v1/visitors/" + ada.id()))
                            .bearer(cast.token("chat-supervisor"))
                            .get()
                            .expect(200)
                            .path("live")
                            .has("since"))
                    .isTrue();
            device.ack("close", "conversation", conversation);
            awaitVisitor(watcher, ada, one -> one.path("left").asBoolean());
        }
    }

    @Test
    void attributesOfTheHostShouldBeShown() {
        JsonNode answer = Http.to(parley().at("/api/v1/visitors"))
                .post(Json.object("site", cast.site(), "attributes", Map.of("name", "Ada", "plan", "gold")))
                .expect(201);
        Cast.Visitor ada = new Cast.Visitor(
                cast, answer.path("visitor").asText(), answer.path("token").asText());
        ChatSocket device = ada.live();
        ChatSocket watcher = watcher();
        visit(device, HOME, null, null);
        JsonNode seen = awaitPage(watcher, ada, HOME);
        assertThat(seen.path("attributes").path("plan").asText()).isEqualTo("gold");
        assertThat(seen.path("visitor").path("name").asText()).isEqualTo("Ada");
        assertThat(seen.path("title").isNull()).isTrue();
    }

    @Test
    void whatThePageSaysAnewShouldBeSeenAtOnce() {
        Cast.Visitor ada = cast.visitor();
        visit(ada.live(), HOME, null, null);
        ChatSocket watcher = watcher();
        awaitPage(watcher, ada, HOME);
        assertThat(describe(ada, Map.of("plan", "x".repeat(501))).code()).isEqualTo("invalid");

        JsonNode answer = describe(ada, Map.of("name", "Ada", "plan", "gold")).expect(201);

        assertThat(answer.path("visitor").asText()).isEqualTo(ada.id());
        awaitVisitor(
                watcher,
                ada,
                one -> one.at("/attributes/plan").asText().equals("gold")
                        && one.at("/visitor/name").asText().equals("Ada"));
    }

    private Http.Answer describe(Cast.Visitor visitor, Map<String, String> attributes) {
        return Http.to(parley().at("/api/v1/visitors"))
                .bearer(visitor.token())
                .post(Json.object("site", cast.site(), "attributes", attributes));
    }

    @Test
    void pageShouldComeByPollsToo() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket watcher = watcher();
        visit(ada.polling(), HOME, null, null);
        awaitPage(watcher, ada, HOME);
    }

    @Test
    void dozensShouldBeSeenThroughWindows() {
        ChatSocket watcher = watcher();
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < 40; i++) {
            Cast.Visitor visitor = cast.visitor();
            visit(visitor.live(), HOME + (i % 2 == 0 ? "even" : "odd") + i, null, null);
            ids.add(visitor.id());
        }
        await().untilAsserted(() -> assertThat(seen(watcher)).containsExactlyInAnyOrderElementsOf(ids));
        assertThat(watcher.frames("visitor")).as("frames for 40 visitors").hasSizeLessThan(40);

        ChatSocket narrow = cast.operator().live();
        List<String> paged = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            int before = narrow.size();
            ObjectNode window = Json.object("site", cast.site(), "limit", 10);
            if (page > 0) {
                window.put("after", paged.get(paged.size() - 1));
            }
            assertThat(narrow.ack("watch", "topics", List.of("visitors"), "visitors", window)
                            .path("visitors")
                            .asInt())
                    .isEqualTo(40);
            narrow.awaitAfter(before, "visitor", frame -> true);
            List<String> ofPage = visitors(narrow.frames().subList(before, narrow.size()).stream())
                    .map(one -> one.path("visitor").path("id").asText())
                    .toList();
            assertThat(ofPage).hasSize(10);
            paged.addAll(ofPage);
        }
        assertThat(paged).containsExactlyInAnyOrderElementsOf(ids);

        assertThat(narrow.ack(
                                "watch",
                                "topics",
                                List.of("visitors"),
                                "visitors",
                                Json.object("site", cast.site(), "text", "EVEN"))
                        .path("visitors")
                        .asInt())
                .isEqualTo(20);
    }

    @Test
    void siteThatWantsNobodySeenShouldShowAndKeepNothing() {
        policy("off", false);
        Cast.Visitor ada = cast.visitor();
        ChatSocket device = ada.live();
        ChatSocket watcher = watcher();
        visit(device, HOME, null, null);
        Cast.Visitor elsewhere = cast.visitorOf(cast.newSite());
        visit(elsewhere.live(), HOME, null, null);
        awaitPage(allWatcher(), elsewhere, HOME);
        assertThat(seen(watcher)).isEmpty();
        assertThat(trail(ada)).isEmpty();
    }

    @Test
    void trailShouldBeKeptOnlyWhereTheSiteWantsIt() {
        Cast.Visitor ada = cast.visitor();
        ChatSocket watcher = watcher();
        visit(ada.live(), HOME, null, null);
        awaitPage(watcher, ada, HOME);
        assertThat(trail(ada)).isEmpty();

        policy("trail", false);
        Cast.Visitor bob = cast.visitor();
        ChatSocket device = bob.live();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            // A change of the policy counts within seconds; the page that is kept is the one after it.
            visit(device, HOME + System.nanoTime(), "Home", null);
            assertThat(trail(bob)).isNotEmpty();
        });
        visit(device, HOME + "cart", "Cart", "https://search.example/");
        await().untilAsserted(
                        () -> assertThat(trail(bob).get(0).path("url").asText()).isEqualTo(HOME + "cart"));
        assertThat(trail(bob).get(0).path("title").asText()).isEqualTo("Cart");
        assertThat(trail(bob).get(0).path("referrer").asText()).isEqualTo("https://search.example/");
    }

    @Test
    void addressShouldBeShownOnlyWhereTheSiteSaysSo() {
        policy("live", true);
        Cast.Visitor ada = cast.visitor();
        ChatSocket watcher = watcher();
        visit(ada.live(), HOME, null, null);
        assertThat(awaitPage(watcher, ada, HOME).path("address").asText()).isNotBlank();
    }

    @Test
    void trailShouldBeForStaffOnly() {
        Cast.Visitor ada = cast.visitor();
        String path = "/api/v1/visitors/" + ada.id() + "/trail";
        assertThat(Http.to(parley().at(path)).bearer(ada.token()).get().status())
                .isEqualTo(403);
        assertThat(Http.to(parley().at(path)).get().status()).isEqualTo(401);
        Http.Answer unknown = Http.to(parley().at("/api/v1/visitors/nobody/trail"))
                .bearer(cast.operator().token())
                .get();
        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void badPagesShouldBeRefusedAndShownToNobody() {
        ChatSocket device = cast.visitor().live();
        ChatSocket watcher = watcher();
        for (String url : List.of("javascript:alert(1)", "", "https://shop.example/" + "x".repeat(2000))) {
            int before = device.size();
            device.send(Json.frame("page", "url", url));
            assertThat(device.awaitAfter(before, "error", error -> true)
                            .path("field")
                            .asText())
                    .isEqualTo("url");
        }
        device.send(Json.frame("page", "url", 7));
        device.send(Json.frame("page"));
        device.ping();
        assertThat(device.frames("error")).hasSize(5);
        assertThat(seen(watcher)).isEmpty();

        ChatSocket operator = cast.operator().live();
        operator.send(Json.frame("page", "url", HOME));
        assertThat(operator.await("error").path("code").asText()).isEqualTo("forbidden");
    }

    @Test
    void visitorShouldNotWatch() {
        cast.visitor().live().refused("forbidden", "watch", "topics", List.of("visitors"));
        cast.operator().live().refused("invalid", "watch", "topics", List.of("visitors"), "visitors", List.of());
    }

    private ChatSocket watcher() {
        ChatSocket watcher = cast.operator().live();
        watcher.ack("watch", "topics", List.of("visitors"), "visitors", Json.object("site", cast.site()));
        return watcher;
    }

    private ChatSocket allWatcher() {
        ChatSocket watcher = cast.operator().live();
        watcher.ack("watch", "topics", List.of("visitors"));
        return watcher;
    }

    private void policy(String visitors, boolean keepAddress) {
        JsonNode site = Http.to(parley().at("/api/v1/sites/" + cast.site()))
                .bearer(cast.token("chat-admin"))
                .put(Json.object(
                        "name",
                        "Shop",
                        "origins",
                        List.of(Cast.SHOP),
                        "visitors",
                        visitors,
                        "keepAddress",
                        keepAddress))
                .expect(200);
        assertThat(site.path("visitors").asText()).isEqualTo(visitors);
        assertThat(site.path("keepAddress").asBoolean()).isEqualTo(keepAddress);
    }

    private JsonNode trail(Cast.Visitor visitor) {
        return Http.to(parley().at("/api/v1/visitors/" + visitor.id() + "/trail"))
                .bearer(cast.operator().token())
                .get()
                .expect(200);
    }

    private static void visit(Device device, String url, String title, String referrer) {
        device.send(Json.frame("page", "url", url, "title", title, "referrer", referrer));
    }

    private static JsonNode awaitPage(Device watcher, Cast.Visitor visitor, String page) {
        return awaitVisitor(
                watcher, visitor, one -> page.equals(one.path("page").asText()));
    }

    private static JsonNode awaitVisitor(
            Device watcher, Cast.Visitor visitor, java.util.function.Predicate<JsonNode> fits) {
        JsonNode frame = watcher.await(
                "visitor", one -> visitors(Stream.of(one)).anyMatch(each -> is(each, visitor) && fits.test(each)));
        return visitors(Stream.of(frame))
                .filter(each -> is(each, visitor) && fits.test(each))
                .findFirst()
                .orElseThrow();
    }

    private static boolean is(JsonNode one, Cast.Visitor visitor) {
        return visitor.id().equals(one.path("visitor").path("id").asText());
    }

    private static Set<String> seen(Device watcher) {
        Set<String> ids = new LinkedHashSet<>();
        visitors(watcher.frames().stream()).forEach(one -> {
            String id = one.path("visitor").path("id").asText();
            if (one.path("left").asBoolean()) {
                ids.remove(id);
            } else {
                ids.add(id);
            }
        });
        return ids;
    }

    /** The visitors of some frames, those in {@code more} too. */
    private static Stream<JsonNode> visitors(Stream<JsonNode> frames) {
        return frames.filter(frame -> "visitor".equals(frame.path("type").asText()))
                .flatMap(frame -> Stream.concat(
                        Stream.of(frame),
                        StreamSupport.stream(frame.path("more").spliterator(), false)));
    }
}
