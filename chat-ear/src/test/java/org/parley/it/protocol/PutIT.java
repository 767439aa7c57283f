package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.Http;
import org.parley.it.client.Json;

/** Common rules of all resources that are changed by PUT. */
class PutIT extends ProtocolSuite {

    private static final ObjectNode HOURS = Json.object("zone", "Europe/Berlin", "days", Json.object());

    private String admin;

    @BeforeEach
    void sendAdministrator() {
        admin = cast.token("chat-admin");
    }

    @Test
    void misspeltMembersShouldBeRefusedEverywhere() {
        String site = "/sites/" + cast.site();
        String reply = "/canned-replies/" + UUID.randomUUID();
        misspelt(site, Json.object("name", "Shop", "orgins", List.of()), "orgins");
        misspelt(site + "/hours", Json.object("hours", HOURS, "zone", "UTC"), "zone");
        misspelt(site + "/hours", Json.object("hours", HOURS.deepCopy().put("exeptions", 1)), "hours.exeptions");
        misspelt(site + "/departments/new", Json.object("nam", "New"), "nam");
        misspelt(
                site + "/departments/new", Json.object("hours", HOURS.deepCopy().put("day", 1)), "hours.day");
        misspelt("/operators/" + Cast.unique("op"), account().put("capasity", 1), "capasity");
        misspelt("/operators/id/" + operator() + "/settings", Json.object("capasity", 1), "capasity");
        misspelt(
                "/operators/id/" + operator() + "/settings",
                Json.object("departments", List.of(Map.of("department", UUID.randomUUID(), "skil", 2))),
                "departments.skil");
        misspelt(reply, reply().put("departement", "x"), "departement");
        misspelt(site + "/invitation-rules/" + rule(), Json.object("enable", false), "enable");
        misspelt(site + "/invitation-rules/" + rule(), Json.object("when", Json.object("second", 3)), "when.second");
        misspelt("/visitors/" + cast.visitor().id() + "/block", Json.object("minute", 3), "minute");
        assertThat(at(site + "/departments").get().expect(200).toString()).doesNotContain("\"new\"");
        assertThat(at("/canned-replies").get().expect(200).toString()).doesNotContain(cast.site());
    }

    @Test
    void siteShouldKeepWhatIsNotNamed() {
        String site = "/sites/" + cast.newSite();
        put(site, Json.object("identityKey", "k".repeat(32), "visitors", "trail", "keepAddress", true));
        JsonNode renamed = put(site, Json.object("name", "Renamed"));
        assertThat(renamed.path("origins").path(0).asText()).isEqualTo(Cast.SHOP);
        assertThat(renamed.path("provesIdentity").asBoolean()).isTrue();
        assertThat(renamed.path("visitors").asText()).isEqualTo("trail");
        assertThat(renamed.path("keepAddress").asBoolean()).isTrue();
        assertThat(put(site, renamed)).isEqualTo(renamed);
        JsonNode without = put(site, Json.object("identityKey", null, "origins", List.of()));
        assertThat(without.path("provesIdentity").asBoolean()).isFalse();
        assertThat(without.path("origins")).isEmpty();
        assertThat(without.path("name").asText()).isEqualTo("Renamed");
    }

    @Test
    void accountShouldKeepWhatIsNotNamed() {
        String path = "/operators/" + Cast.unique("op");
        JsonNode made = put(path, account().put("capacity", 3));
        assertThat(put(path, Json.object("capacity", 4))).isEqualTo(((ObjectNode) made.deepCopy()).put("capacity", 4));
        assertThat(put(path, Json.object("name", "Olga")).path("role").asText()).isEqualTo("chat-supervisor");
        assertThat(at("/operators/" + Cast.unique("op"))
                        .put(Json.object("capacity", 4))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void cannedReplyShouldKeepWhatIsNotNamed() {
        String path = "/canned-replies/" + UUID.randomUUID();
        String department = at("/sites/" + cast.site() + "/departments")
                .get()
                .expect(200)
                .path(0)
                .path("id")
                .asText();
        JsonNode made = put(path, reply().put("department", department));
        assertThat(put(path, Json.object("text", "Bye"))).isEqualTo(((ObjectNode) made.deepCopy()).put("text", "Bye"));
        assertThat(put(path, Json.object("department", null)).has("department")).isFalse();
    }

    @Test
    void invitationRuleShouldKeepWhatIsNotNamed() {
        String path = "/sites/" + cast.site() + "/invitation-rules/" + rule();
        JsonNode made = at("/sites/" + cast.site() + "/invitation-rules")
                .get()
                .expect(200)
                .path(0);
        assertThat(put(path, Json.object("enabled", true)))
                .isEqualTo(((ObjectNode) made.deepCopy()).put("enabled", true));
    }

    @Test
    void blockShouldKeepWhatIsNotNamed() {
        String path = "/visitors/" + cast.visitor().id() + "/block";
        JsonNode made = put(path, Json.object("minutes", 5, "reason", "Insults"));
        JsonNode changed = put(path, Json.object("reason", "Threats"));
        assertThat(changed.path("until")).isEqualTo(made.path("until"));
        JsonNode endless = put(path, Json.object("minutes", null));
        assertThat(endless.has("until")).isFalse();
        assertThat(endless.path("reason").asText()).isEqualTo("Threats");
    }

    private void misspelt(String path, JsonNode body, String field) {
        Http.Answer refused = at(path).put(body);
        assertThat(refused.status()).as(path + " " + body).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid");
        assertThat(refused.body().path("field").asText()).isEqualTo(field);
    }

    private JsonNode put(String path, JsonNode body) {
        return at(path).put(body).expect(200);
    }

    private Http at(String path) {
        return Http.to(parley().at("/api/v1" + path)).bearer(admin);
    }

    private static ObjectNode account() {
        return Json.object("name", "Op", "role", "chat-supervisor", "password", "correct horse battery");
    }

    private ObjectNode reply() {
        return Json.object("site", cast.site(), "shortcut", "hi", "language", "en", "text", "Hello");
    }

    private String operator() {
        Cast.Operator operator = cast.operator();
        operator.live();
        return StreamSupport.stream(at("/operators").get().expect(200).spliterator(), false)
                .filter(one -> operator.name().equals(one.path("name").asText()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private String rule() {
        return at("/sites/" + cast.site() + "/invitation-rules")
                .post(Json.object(
                        "name",
                        "Cart",
                        "rank",
                        7,
                        "enabled",
                        false,
                        "when",
                        Json.object("page", "/cart", "seconds", 9),
                        "texts",
                        Map.of("en", "Hi")))
                .expect(201)
                .path("id")
                .asText();
    }
}
