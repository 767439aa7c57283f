package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.server.OnEveryInstallation;
import org.parley.it.server.TestSettings;

@Tag(OnEveryInstallation.ARTEFACT)
class HttpIT extends ProtocolSuite {

    @Test
    void healthShouldBePublic() {
        Http.Answer answer = to("/health").get();
        assertThat(answer.expect(200).path("status").asText()).isEqualTo("up");
        assertThat(answer.body().path("troubled").isArray()).isTrue();
    }

    @Test
    void visitorShouldGetTokenAndLife() {
        JsonNode visitor =
                to("/visitors").post(Json.object("site", cast.site())).expect(201);
        assertThat(visitor.path("visitor").asText()).isNotBlank();
        assertThat(visitor.path("expiresIn").asInt()).isPositive();
        ChatSocket socket = cast.connect(visitor.path("token").asText());
        JsonNode self = socket.hello().path("self");
        assertThat(self.path("kind").asText()).isEqualTo("visitor");
        assertThat(self.path("id").asText()).isEqualTo(visitor.path("visitor").asText());
    }

    @Test
    void visitorShouldStayTheSameWhenTheTokenIsRenewed() {
        Cast.Visitor first = cast.visitor();
        JsonNode renewed = to("/visitors")
                .bearer(first.token())
                .post(Json.object("site", cast.site()))
                .expect(201);
        assertThat(renewed.path("visitor").asText()).isEqualTo(first.id());
    }

    @Test
    void repeatedKeyShouldGiveTheSameVisitorToTheSameBrowserOnly() {
        String key = UUID.randomUUID().toString();
        String browser = UUID.randomUUID().toString();
        JsonNode first = enter("Idempotency-Key", key, "Chat-Browser", browser);
        assertThat(enter("Idempotency-Key", key, "Chat-Browser", browser)).isEqualTo(first);
        String visitor = first.path("visitor").asText();
        assertThat(enter(
                                "Idempotency-Key",
                                key,
                                "Chat-Browser",
                                UUID.randomUUID().toString())
                        .path("visitor")
                        .asText())
                .isNotEqualTo(visitor);
        assertThat(enter("Idempotency-Key", key).path("visitor").asText()).isNotEqualTo(visitor);
        assertThat(enter("X-Request-ID", key, "Chat-Browser", browser)
                        .path("visitor")
                        .asText())
                .isNotEqualTo(visitor);
        Http.Answer other = to("/visitors")
                .header("Idempotency-Key", key)
                .header("Chat-Browser", browser)
                .post(Json.object("site", cast.site(), "attributes", Json.object("name", "Ada")));
        problem(other, 409, "conflict");
    }

    @Test
    void requestIdShouldNeverGiveAnothersToken() {
        String id = UUID.randomUUID().toString();
        JsonNode first = enter("X-Request-ID", id);
        assertThat(enter("X-Request-ID", id).path("visitor").asText())
                .isNotEqualTo(first.path("visitor").asText());
    }

    @Test
    void secretsThatCouldBeGuessedShouldBeRefused() {
        for (String header : List.of("Idempotency-Key", "Chat-Browser")) {
            Http.Answer answer = to("/visitors").header(header, "short").post(Json.object("site", cast.site()));
            problem(answer, 400, "invalid");
            assertThat(answer.body().path("field").asText()).isEqualTo(header);
        }
    }

    private JsonNode enter(String... headers) {
        Http request = to("/visitors");
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        return request.post(Json.object("site", cast.site())).expect(201);
    }

    @Test
    void visitorOfOneSiteShouldBeAnotherOnTheNextSite() {
        Cast.Visitor first = cast.visitor();
        Http.Answer answer = to("/visitors").bearer(first.token()).post(Json.object("site", cast.newSite()));
        assertThat(answer.body().path("visitor").asText()).isNotEqualTo(first.id());
    }

    @Test
    void unknownSiteShouldBeNotFound() {
        problem(to("/visitors").post(Json.object("site", "nosuchsite")), 404, "not-found");
    }

    @Test
    void visitorsShouldBeForbiddenFromForeignOrigin() {
        Http.Answer answer =
                to("/visitors").header("Origin", "https://evil.example").post(Json.object("site", cast.site()));
        problem(answer, 403, "forbidden");
    }

    @Test
    void visitorsShouldBeAllowedFromTheOriginOfTheSite() {
        to("/visitors")
                .header("Origin", Cast.SHOP)
                .post(Json.object("site", cast.site()))
                .expect(201);
    }

    @Test
    void visitorsShouldRefuseBodiesThatSayNoSite() {
        problem(to("/visitors").json("POST", "{"), 400, "protocol");
        problem(to("/visitors").json("POST", "[]"), 400, "protocol");
        problem(to("/visitors").post(Json.object()), 400, "invalid");
        problem(to("/visitors").post(Json.object("site", 7)), 400, "invalid");
    }

    @Test
    void anonymousIdentityShouldNotBeProvenByAForgedToken() {
        String forged = org.parley.it.client.Tokens.STRANGER.sign(
                org.parley.it.client.Tokens.claims("the-boss", "The Boss", "chat-admin"));
        Http.Answer answer = to("/visitors").post(Json.object("site", cast.site(), "identity", forged));
        assertThat(answer.status()).isIn(400, 401, 403);
    }

    @Test
    void loginShouldGiveTokenThatOpensTheSocket() {
        JsonNode login = to("/login")
                .post(Json.object("username", TestSettings.ADMIN, "password", TestSettings.PASSWORD))
                .expect(200);
        assertThat(login.path("expiresIn").asInt()).isPositive();
        JsonNode self = cast.connect(login.path("token").asText()).hello().path("self");
        assertThat(self.path("kind").asText()).isEqualTo("operator");
        assertThat(self.path("roles")).extracting(JsonNode::asText).contains("chat-admin");
    }

    @Test
    void operatorsTokenShouldBeRenewed() {
        String token = to("/login")
                .post(Json.object("username", TestSettings.ADMIN, "password", TestSettings.PASSWORD))
                .expect(200)
                .path("token")
                .asText();
        JsonNode renewed = to("/renew").bearer(token).post(Json.object()).expect(200);
        assertThat(renewed.path("token").asText()).isNotBlank();
        assertThat(renewed.path("expiresIn").asInt()).isPositive();
    }

    @Test
    void loginShouldNotSayWhetherTheAccountExists() {
        Http.Answer wrongPassword = login(TestSettings.ADMIN, "not the password");
        Http.Answer wrongName = login(Cast.unique("nobody"), "not the password");
        problem(wrongPassword, 401, "unauthorized");
        problem(wrongName, 401, "unauthorized");
        assertThat(wrongName.body().path("detail"))
                .isEqualTo(wrongPassword.body().path("detail"));
    }

    @Test
    void loginShouldRefuseMissingFields() {
        problem(to("/login").post(Json.object("username", "ada")), 400, "invalid");
        problem(to("/login").json("POST", "not json"), 400, "protocol");
    }

    @Test
    void accountShouldLogInWithItsRole() {
        String username = Cast.unique("olga");
        String password = "correct horse battery";
        JsonNode account = to("/operators/" + username)
                .bearer(cast.token("chat-admin"))
                .put(Json.object("name", "Olga", "password", password, "role", "chat-supervisor"))
                .expect(200);
        assertThat(account.toString()).doesNotContain(password);
        String token = login(username, password).expect(200).path("token").asText();
        JsonNode self = cast.connect(token).hello().path("self");
        assertThat(self.path("name").asText()).isEqualTo("Olga");
        assertThat(self.path("roles")).extracting(JsonNode::asText).contains("chat-supervisor");
    }

    @Test
    void administrationShouldBeForAdministrators() {
        JsonNode site = Json.object("name", "Mine", "origins", List.of());
        JsonNode account = Json.object("name", "Me", "password", "correct horse battery", "role", "chat-admin");
        String path = "/sites/" + Cast.unique("mine");
        problem(to(path).put(site), 401, "unauthorized");
        for (String token : List.of(cast.visitor().token(), cast.operator().token(), cast.token("chat-supervisor"))) {
            problem(to(path).bearer(token).put(site), 403, "forbidden");
            problem(to("/operators/" + Cast.unique("me")).bearer(token).put(account), 403, "forbidden");
            problem(to("/operators").bearer(token).get(), 403, "forbidden");
            problem(to("/sites").bearer(token).get(), 403, "forbidden");
        }
        problem(to("/visitors").post(Json.object("site", path.substring("/sites/".length()))), 404, "not-found");
    }

    @Test
    void administratorShouldSeeSitesAndAccounts() {
        String site = cast.site();
        JsonNode sites = to("/sites").bearer(cast.token("chat-admin")).get().expect(200);
        assertThat(sites.toString()).contains(site);
        JsonNode accounts =
                to("/operators").bearer(cast.token("chat-admin")).get().expect(200);
        assertThat(accounts.toString()).contains(TestSettings.ADMIN).doesNotContainIgnoringCase("hash");
    }

    @Test
    void badTokenShouldBeRefusedOnOpenPathsToo() {
        String forged = org.parley.it.client.Tokens.STRANGER.sign(
                org.parley.it.client.Tokens.claims("the-boss", "The Boss", "chat-admin"));
        problem(to("/visitors").bearer(forged).post(Json.object("site", cast.site())), 401, "unauthorized");
    }

    @Test
    void pageOfTheWidgetShouldAllowOnlyTheSiteToFrameIt() {
        Http.Answer widget =
                Http.to(parley().at("/widget/?site=" + cast.site())).get();
        widget.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(widget.status()).isEqualTo(200);
        assertThat(widget.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("frame-ancestors")
                .contains(Cast.SHOP)
                .doesNotContain("unsafe");
    }

    @Test
    void answersWithoutContentShouldSaySo() {
        Http.Answer options = to("/poll").bearer(cast.visitor().token()).json("OPTIONS", "");
        assertThat(options.status()).as(options.text()).isEqualTo(204);
        assertThat(options.header("Allow")).contains("POST");
        assertThat(to("/visitors").json("OPTIONS", "").status()).isEqualTo(200);
        Http.Answer head = to("/health").json("HEAD", "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        problem(to("/poll").bearer(cast.visitor().token()).get(), 405, "invalid");
        problem(to("/nothing/here").bearer(cast.visitor().token()).get(), 404, "not-found");
    }

    @Test
    void whoHasNoTokenShouldHearSoBeforeAnythingIsRead() {
        List<Http.Answer> answers = List.of(
                to("/visitors/nobody/trail?limit=many").get(),
                to("/invitations?from=yesterday").get(),
                to("/sites/x").json("PUT", "no json"),
                to("/operators/id/nobody/settings").json("PUT", "{"),
                to("/canned-replies/nobody").json("PUT", "[]"),
                to("/visitors/nobody/block").json("PUT", "{"),
                to("/conversations/nobody/form").get(),
                to("/logout").json("POST", "["),
                to("/renew").json("POST", "["),
                to("/nothing/here").get());
        assertThat(answers).allSatisfy(answer -> problem(answer, 401, "unauthorized"));
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer"));
    }

    private Http.Answer login(String username, String password) {
        return to("/login").post(Json.object("username", username, "password", password));
    }

    private Http to(String path) {
        return Http.to(parley().at("/api/v1" + path));
    }

    private static void problem(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("title").asText()).isNotBlank();
    }
}
