package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.Http;
import org.parley.it.client.Json;

class StaffIT extends ProtocolSuite {
    private String admin;
    private String olga;

    @BeforeEach
    void comeAsAdministrator() {
        admin = cast.token("chat-admin");
        olga = Cast.unique("olga");
    }

    @Test
    void aNewAccountShouldHaveTheUsualSettings() {
        JsonNode account = saved(Json.object());
        assertThat(account.path("capacity").isNull()).isTrue();
        assertThat(account.path("languages")).isEmpty();
        assertThat(account.path("departments")).isEmpty();
    }

    @Test
    void settingsShouldBeStoredAndPutBackUnchanged() {
        List<Map<String, Object>> departments = List.of(
                Map.of("department", department("support"), "skill", 3),
                Map.of("department", department("sales"), "skill", 10));
        JsonNode account =
                saved(Json.object("capacity", 2, "languages", List.of("ar", "zh-cn"), "departments", departments));
        assertThat(account.path("capacity").asInt()).isEqualTo(2);
        assertThat(account.path("languages")).extracting(JsonNode::asText).containsExactly("ar", "zh-CN");
        assertThat(account.path("departments")).hasSize(2);
        assertThat(stored()).isEqualTo(account);
        assertThat(saved((ObjectNode) stored())).isEqualTo(account);
    }

    @Test
    void whatIsNotMentionedShouldStay() {
        JsonNode before = saved(Json.object(
                "capacity", 2, "languages", List.of("en"), "departments", members(department("support"), 4)));
        assertThat(saved(Json.object())).isEqualTo(before);
        JsonNode after = saved(Json.object("capacity", null));
        assertThat(after.path("capacity").isNull()).isTrue();
        assertThat(after.path("departments")).isEqualTo(before.path("departments"));
    }

    @Test
    void aMembershipShouldBeChangedAndTakenAway() {
        String support = department("support");
        String sales = department("sales");
        saved(Json.object("departments", members(support, 4)));
        JsonNode changed = saved(Json.object(
                "departments",
                List.of(Map.of("department", support, "skill", 9), Map.of("department", sales, "skill", 1))));
        assertThat(changed.path("departments"))
                .extracting(one -> one.path("skill").asInt())
                .containsExactly(9, 1);
        assertThat(saved(Json.object("departments", members(sales, 1))).path("departments"))
                .hasSize(1);
        assertThat(saved(Json.object("departments", List.of())).path("departments"))
                .isEmpty();
    }

    @Test
    void whatBreaksARuleShouldChangeNothing() {
        String support = department("support");
        JsonNode before = saved(Json.object("capacity", 2));
        refused("capacity", Json.object("capacity", 0));
        refused("capacity", Json.object("capacity", -1));
        refused("capacity", Json.object("capacity", 1001));
        refused("capacity", Json.object("capacity", 1.5));
        refused("capacity", Json.object("capacity", "many"));
        refused("languages", Json.object("languages", List.of("english")));
        refused("languages", Json.object("languages", "en"));
        refused("languages", Json.object("languages", Collections.nCopies(1, 7)));
        refused(
                "departments",
                Json.object("departments", members(UUID.randomUUID().toString(), 1)));
        refused("departments", Json.object("departments", members("support", 1)));
        refused("departments", Json.object("departments", members(support, 0)));
        refused("departments", Json.object("departments", members(support, 11)));
        refused("departments", Json.object("departments", List.of("support")));
        refused(
                "departments",
                Json.object(
                        "departments",
                        List.of(Map.of("department", support, "skill", 1), Map.of("department", support, "skill", 2))));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void aRefusedSettingShouldNotMakeAnAccount() {
        refused("capacity", Json.object("capacity", 0));
        assertThat(Http.to(parley().at("/api/v1/operators")).bearer(admin).get().expect(200))
                .noneMatch(one -> one.path("username").asText().equals(olga));
    }

    @Test
    void operatorsOfTheProviderShouldBeSetUpByTheirId() {
        JsonNode self = cast.operator().connect().hello().path("self");
        String id = self.path("id").asText();
        JsonNode settings = settings(id, Json.object("capacity", 7, "departments", members(department("support"), 2)))
                .expect(200);
        assertThat(settings.path("id").asText()).isEqualTo(id);
        assertThat(settings.path("issuer").asText()).isNotBlank();
        assertThat(settings.path("capacity").asInt()).isEqualTo(7);
        assertThat(settings(id, Json.object()).expect(200)).isEqualTo(settings);
    }

    @Test
    void whoIsUnknownShouldBeNotFound() {
        assertThat(settings(UUID.randomUUID().toString(), Json.object("capacity", 1))
                        .code())
                .isEqualTo("not-found");
        assertThat(settings("olga", Json.object("capacity", 1)).code()).isEqualTo("not-found");
    }

    @Test
    void settingsShouldBeForAdministrators() {
        String id = saved(Json.object()).path("id").asText();
        for (String token : List.of(cast.visitor().token(), cast.operator().token(), cast.token("chat-supervisor"))) {
            Http.Answer answer = Http.to(parley().at("/api/v1/operators/id/" + id + "/settings"))
                    .bearer(token)
                    .put(Json.object("capacity", 1));
            assertThat(answer.code()).isEqualTo("forbidden");
        }
    }

    private static List<Map<String, Object>> members(String department, int skill) {
        return List.of(Map.of("department", department, "skill", skill));
    }

    private String department(String key) {
        return Http.to(parley().at("/api/v1/sites/" + cast.site() + "/departments/" + key))
                .bearer(admin)
                .put(Json.object())
                .expect(200)
                .path("id")
                .asText();
    }

    private JsonNode saved(ObjectNode settings) {
        return save(settings).expect(200);
    }

    private Http.Answer save(ObjectNode settings) {
        ObjectNode body = Json.object("name", "Olga", "role", "chat-operator", "password", "correct horse battery");
        return Http.to(parley().at("/api/v1/operators/" + olga)).bearer(admin).put(body.setAll(settings));
    }

    private void refused(String field, ObjectNode settings) {
        Http.Answer answer = save(settings);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid");
        assertThat(answer.body().path("field").asText()).isEqualTo(field);
    }

    private Http.Answer settings(String id, ObjectNode settings) {
        return Http.to(parley().at("/api/v1/operators/id/" + id + "/settings"))
                .bearer(admin)
                .put(settings);
    }

    private JsonNode stored() {
        for (JsonNode operator :
                Http.to(parley().at("/api/v1/operators")).bearer(admin).get().expect(200)) {
            if (operator.path("username").asText().equals(olga)) {
                return operator;
            }
        }
        throw new AssertionError("no operator " + olga);
    }
}
