package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Http;
import org.parley.it.client.Json;

class CannedReplyIT extends ProtocolSuite {

    @Test
    void staffShouldReadWhatAnAdministratorWrote() {
        String id = newId();
        JsonNode saved =
                save(id, reply("Greet", "EN-gb", "Hello {visitor.name}")).expect(200);
        assertThat(saved.path("shortcut").asText()).isEqualTo("greet");
        assertThat(saved.path("language").asText()).isEqualTo("en-GB");
        assertThat(saved.path("site").path("id").asText()).isEqualTo(cast.site());
        assertThat(saved.path("site").path("name").asText()).isEqualTo("Shop " + cast.site());

        assertThat(texts(cast.token("chat-operator"))).containsExactly("Hello {visitor.name}");
        save(id, reply("hi", "en", "Hi")).expect(200);
        assertThat(texts(cast.token("chat-supervisor"))).containsExactly("Hi");
        assertThat(at(id).bearer(cast.token("chat-admin")).delete().status()).isEqualTo(204);
        assertThat(at(id).bearer(cast.token("chat-admin")).delete().status()).isEqualTo(204);
        assertThat(texts(cast.token("chat-operator"))).isEmpty();
    }

    @Test
    void oneShortcutShouldMeanOneReplyInAPlaceAndLanguage() {
        save(newId(), reply("bye", "en", "Goodbye")).expect(200);
        save(newId(), reply("bye", "ar", "مع السلامة")).expect(200);
        assertRefused(save(newId(), reply("BYE", "en", "See you")), 409, "conflict", "");
        assertThat(texts(cast.token("chat-operator"))).containsExactly("مع السلامة", "Goodbye");
    }

    @Test
    void badRepliesShouldBeRefusedWithTheFieldsName() {
        assertRefused(save("7", reply("a", "en", "x")), 400, "invalid", "id");
        assertRefused(save(newId(), reply("two words", "en", "x")), 400, "invalid", "shortcut");
        assertRefused(save(newId(), reply("a", "not a language", "x")), 400, "invalid", "language");
        assertRefused(save(newId(), reply("a", "en", " ")), 400, "invalid", "text");
        assertRefused(save(newId(), reply("a", "en", "x".repeat(4001))), 413, "too-large", "text");
        assertRefused(save(newId(), reply("a", "en", "x").put("site", "nosuchsite")), 404, "not-found", "");
        assertRefused(save(newId(), reply("a", "en", "x").put("department", newId())), 404, "not-found", "");
        assertThat(texts(cast.token("chat-operator"))).isEmpty();
    }

    @Test
    void operatorsShouldNotWriteThemAndVisitorsNotReadThem() {
        String operator = cast.token("chat-operator");
        assertThat(at(newId()).bearer(operator).put(reply("a", "en", "x")).status())
                .isEqualTo(403);
        assertThat(at(newId()).bearer(operator).delete().status()).isEqualTo(403);
        assertThat(to("/canned-replies").bearer(cast.visitor().token()).get().status())
                .isEqualTo(403);
        assertThat(to("/canned-replies").get().status()).isEqualTo(401);
    }

    private Http to(String path) {
        return Http.to(parley().at("/api/v1" + path));
    }

    private ObjectNode reply(String shortcut, String language, String text) {
        return Json.object("site", cast.site(), "shortcut", shortcut, "language", language, "text", text);
    }

    private Http.Answer save(String id, JsonNode reply) {
        return at(id).bearer(cast.token("chat-admin")).put(reply);
    }

    private Http at(String id) {
        return to("/canned-replies/" + id);
    }

    /** Of this test's site. */
    private List<String> texts(String token) {
        JsonNode all = to("/canned-replies").bearer(token).get().expect(200);
        return StreamSupport.stream(all.spliterator(), false)
                .filter(reply ->
                        cast.site().equals(reply.path("site").path("id").asText()))
                .map(reply -> reply.path("text").asText())
                .toList();
    }

    private static void assertRefused(Http.Answer answer, int status, String code, String field) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("field").asText()).isEqualTo(field);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
