package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;
import org.parley.it.client.Json;

class DepartmentsIT extends ProtocolSuite {
    private static final JsonNode HOURS = Json.object(
            "zone",
            "Europe/Berlin",
            "days",
            Map.of("monday", List.of("09:00-12:00", "13:00-17:00"), "friday", List.of("22:00-30:00")),
            "exceptions",
            Map.of("2026-12-25", List.of()));

    private String admin;

    @BeforeEach
    void comeAsAdministrator() {
        admin = cast.token("chat-admin");
    }

    @Test
    void aNewSiteShouldHaveADepartmentThatWorksAsBefore() {
        JsonNode list = departments().get().expect(200);
        assertThat(list).hasSize(1);
        JsonNode support = list.get(0);
        assertThat(support.path("key").asText()).isEqualTo("support");
        assertThat(support.path("strategy").asText()).isEqualTo("manual");
        assertThat(support.path("enabled").asBoolean()).isTrue();
        assertThat(support.path("mayWait").asBoolean()).isTrue();
        assertThat(support.path("hours").isNull()).isTrue();
        assertThat(support.path("fallback").isNull()).isTrue();
    }

    @Test
    void whatWasGotShouldBePutBackUnchanged() {
        JsonNode sales = saved(
                "sales",
                Json.object(
                        "name",
                        "Sales",
                        "strategy",
                        "skills",
                        "offerSeconds",
                        20,
                        "preferLast",
                        true,
                        "fallback",
                        "support",
                        "hours",
                        HOURS,
                        "mayWait",
                        false,
                        "idleWarnMinutes",
                        5,
                        "idleCloseMinutes",
                        10,
                        "returnSeconds",
                        45));
        assertThat(sales.path("hours")).isEqualTo(HOURS);
        assertThat(sales.path("fallback").asText()).isEqualTo("support");
        assertThat(sales.path("offerSeconds").asInt()).isEqualTo(20);
        assertThat(stored("sales")).isEqualTo(sales);
        assertThat(saved("sales", (ObjectNode) stored("sales"))).isEqualTo(sales);
    }

    @Test
    void eachStrategyThatIsDocumentedShouldBeKnown() {
        for (String strategy : List.of("manual", "round-robin", "least-busy", "priority", "skills")) {
            assertThat(saved("sales", Json.object("strategy", strategy))
                            .path("strategy")
                            .asText())
                    .isEqualTo(strategy);
        }
    }

    @Test
    void whatIsNotMentionedShouldStay() {
        JsonNode before = saved("sales", Json.object("name", "Sales", "hours", HOURS, "fallback", "support"));
        ObjectNode after = (ObjectNode) saved("sales", Json.object("name", "Sales and more"));
        assertThat(after.path("name").asText()).isEqualTo("Sales and more");
        after.set("name", before.path("name"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void nullShouldTakeHoursAndFallbackAway() {
        saved("sales", Json.object("hours", HOURS, "fallback", "support"));
        JsonNode sales = saved("sales", Json.object("hours", null, "fallback", null));
        assertThat(sales.path("hours").isNull()).isTrue();
        assertThat(sales.path("fallback").isNull()).isTrue();
    }

    @Test
    void whatBreaksARuleShouldChangeNothing() {
        JsonNode before = departments().get().expect(200);
        refused("strategy", Json.object("strategy", "whoever"));
        refused("name", Json.object("name", " "));
        refused("offerSeconds", Json.object("offerSeconds", -1));
        refused("offerSeconds", Json.object("offerSeconds", "soon"));
        refused("enabled", Json.object("enabled", "yes"));
        refused("idleCloseMinutes", Json.object("idleWarnMinutes", 10, "idleCloseMinutes", 5));
        refused("fallback", Json.object("fallback", "nowhere"));
        refused("fallback", Json.object("fallback", "support"));
        refused("hours", Json.object("hours", "always"));
        refused("hours.zone", Json.object("hours", Json.object("zone", "Mars/Phobos")));
        refused("hours.days", hours("days", Map.of("someday", List.of())));
        refused("hours.days.monday", hours("days", Map.of("monday", List.of("17:00-09:00"))));
        refused("hours.days.monday", hours("days", Map.of("monday", List.of("09:00-12:00", "11:00-13:00"))));
        refused("hours.days.monday", hours("days", Map.of("monday", "09:00-12:00")));
        refused("hours.exceptions.2026-12-25", hours("exceptions", Map.of("2026-12-25", List.of("12:00-12:00"))));
        refused("hours.exceptions", hours("exceptions", Map.of("2026-02-30", List.of())));
        refused("department", "Sales Team", Json.object("name", "Sales"));
        assertThat(departments().get().expect(200)).isEqualTo(before);
    }

    @Test
    void aFallbackThatLeadsBackShouldBeRefused() {
        saved("a", Json.object("fallback", "support"));
        saved("b", Json.object("fallback", "a"));
        refused("fallback", "support", Json.object("fallback", "b"));
        refused("fallback", "support", Json.object("fallback", "a"));
        assertThat(stored("support").path("fallback").isNull()).isTrue();
    }

    @Test
    void twoChangesAtOnceShouldNotCloseACircleTogether() throws Exception {
        saved("a", Json.object());
        saved("b", Json.object());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        cast.keep(threads::shutdownNow);
        for (int round = 0; round < 10; round++) {
            saved("a", Json.object("fallback", null));
            saved("b", Json.object("fallback", null));
            Callable<Integer> one = () -> put("a", Json.object("fallback", "b")).status();
            Callable<Integer> other =
                    () -> put("b", Json.object("fallback", "a")).status();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> future : threads.invokeAll(List.of(one, other))) {
                statuses.add(future.get());
            }
            Collections.sort(statuses);
            assertThat(statuses).containsExactly(200, 400);
        }
    }

    @Test
    void theDepartmentOfAnotherSiteShouldBeNoFallback() {
        String elsewhere = cast.newSite();
        at(elsewhere, "/night").put(Json.object("name", "Night")).expect(200);
        refused("fallback", Json.object("fallback", "night"));
    }

    @Test
    void aDepartmentNobodyNeedsShouldGoWithItsMembers() {
        String sales = saved("sales", Json.object()).path("id").asText();
        Http.to(parley().at("/api/v1/operators/" + Cast.unique("olga")))
                .bearer(admin)
                .put(Json.object(
                        "name",
                        "Olga",
                        "role",
                        "chat-operator",
                        "password",
                        "correct horse battery",
                        "departments",
                        List.of(Map.of("department", sales, "skill", 3))))
                .expect(200);
        assertThat(one("sales").delete().status()).isEqualTo(204);
        assertThat(departments().get().expect(200)).hasSize(1);
        refusal(one("sales").delete(), 404, "not-found");
    }

    @Test
    void aDepartmentWithConversationsShouldStay() {
        cast.waiting();
        saved("sales", Json.object());
        refusal(one("support").delete(), 409, "conflict");
        assertThat(stored("support").path("enabled").asBoolean()).isTrue();
        assertThat(saved("support", Json.object("enabled", false))
                        .path("enabled")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whoNamesNoDepartmentShouldComeToOneThatIsEnabled() {
        String sales = saved("sales", Json.object()).path("id").asText();
        saved("support", Json.object("enabled", false));
        ChatSocket visitor = cast.visitor().live();
        visitor.ack("start");
        assertThat(visitor.await("conversation").path("department").path("id").asText())
                .isEqualTo(sales);
    }

    @Test
    void aDepartmentThatOthersFallBackToShouldStay() {
        saved("sales", Json.object());
        saved("night", Json.object("fallback", "sales"));
        refusal(one("sales").delete(), 409, "conflict");
    }

    @Test
    void aDepartmentWithCannedRepliesShouldStay() {
        String sales = saved("sales", Json.object()).path("id").asText();
        Http reply = Http.to(parley().at("/api/v1/canned-replies/" + UUID.randomUUID()))
                .bearer(admin);
        reply.put(Json.object(
                        "site", cast.site(), "department", sales, "shortcut", "hi", "language", "en", "text", "Hello."))
                .expect(200);
        refusal(one("sales").delete(), 409, "conflict");
        assertThat(reply.delete().status()).isEqualTo(204);
        assertThat(one("sales").delete().status()).isEqualTo(204);
    }

    @Test
    void theLastEnabledDepartmentShouldStay() {
        refusal(one("support").delete(), 409, "conflict");
        refusal(put("support", Json.object("enabled", false)), 409, "conflict");
        assertThat(stored("support").path("enabled").asBoolean()).isTrue();
    }

    @Test
    void unknownSitesShouldBeNotFound() {
        refusal(at("nosuchsite", "").get(), 404, "not-found");
        refusal(at("nosuchsite", "/sales").put(Json.object("name", "Sales")), 404, "not-found");
        refusal(at("nosuchsite", "/sales").delete(), 404, "not-found");
        refusal(siteHours("nosuchsite").get(), 404, "not-found");
        refusal(siteHours("nosuchsite").put(Json.object("hours", HOURS)), 404, "not-found");
    }

    @Test
    void theHoursOfASiteShouldBeKept() {
        assertThat(siteHours(cast.site()).get().expect(200).path("hours").isNull())
                .isTrue();
        JsonNode saved = siteHours(cast.site()).put(Json.object("hours", HOURS)).expect(200);
        assertThat(saved.path("hours")).isEqualTo(HOURS);
        refusal(siteHours(cast.site()).put(Json.object()), 400, "invalid");
        refusal(siteHours(cast.site()).put(hours("days", Map.of("sunday", List.of("09:00-08:00")))), 400, "invalid");
        assertThat(siteHours(cast.site()).get().expect(200)).isEqualTo(saved);
        assertThat(siteHours(cast.site())
                        .put(Json.object("hours", null))
                        .expect(200)
                        .path("hours")
                        .isNull())
                .isTrue();
    }

    @Test
    void departmentsShouldBeForAdministrators() {
        String path = "/api/v1/sites/" + cast.site() + "/departments";
        for (String token : List.of(cast.visitor().token(), cast.operator().token(), cast.token("chat-supervisor"))) {
            refusal(Http.to(parley().at(path)).bearer(token).get(), 403, "forbidden");
            refusal(Http.to(parley().at(path + "/mine")).bearer(token).put(Json.object()), 403, "forbidden");
            refusal(Http.to(parley().at(path + "/support")).bearer(token).delete(), 403, "forbidden");
        }
        refusal(Http.to(parley().at(path)).get(), 401, "unauthorized");
    }

    private static ObjectNode hours(String part, Map<String, ?> content) {
        return Json.object("hours", Json.object("zone", "UTC", part, content));
    }

    private void refused(String field, ObjectNode body) {
        // Where nothing is yet, and where something is.
        refused(field, "fallback".equals(field) ? "support" : "sales", body);
        refused(field, "support", body);
    }

    private void refused(String field, String key, ObjectNode body) {
        Http.Answer answer = at(cast.site(), "/" + key.replace(" ", "%20")).put(body);
        refusal(answer, 400, "invalid");
        assertThat(answer.body().path("field").asText()).isEqualTo(field);
    }

    private static void refusal(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    private JsonNode saved(String key, ObjectNode body) {
        return put(key, body).expect(200);
    }

    private JsonNode stored(String key) {
        for (JsonNode department : departments().get().expect(200)) {
            if (department.path("key").asText().equals(key)) {
                return department;
            }
        }
        throw new AssertionError("no department " + key);
    }

    private Http.Answer put(String key, ObjectNode body) {
        return one(key).put(body);
    }

    private Http departments() {
        return at(cast.site(), "");
    }

    private Http one(String key) {
        return at(cast.site(), "/" + key);
    }

    private Http at(String site, String rest) {
        return Http.to(parley().at("/api/v1/sites/" + site + "/departments" + rest))
                .bearer(admin);
    }

    private Http siteHours(String site) {
        return Http.to(parley().at("/api/v1/sites/" + site + "/hours")).bearer(admin);
    }
}
