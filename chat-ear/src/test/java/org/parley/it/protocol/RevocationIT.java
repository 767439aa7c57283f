package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Device;
import org.parley.it.client.Handshake;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.PollSession;
import org.parley.it.client.Tokens;

/** A person whom an administrator has shut out is out everywhere within two seconds. */
class RevocationIT extends ProtocolSuite {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String PASSWORD = "correct horse battery";
    private static final String OTHER = "another horse battery";

    private String admin;
    private String olga;
    private String id;

    @BeforeEach
    void makeAccount() {
        admin = cast.token("chat-admin");
        olga = Cast.unique("olga");
        id = save(Json.object("role", "chat-admin", "password", PASSWORD))
                .path("id")
                .asText();
    }

    @Test
    void anotherRoleAndPasswordShouldEndAllSessions() {
        String token = login(PASSWORD);
        ChatSocket socket = cast.connect(token);
        socket.hello();
        PollSession polls = cast.poll(token);
        polls.hello();

        save(Json.object("role", "chat-operator", "password", OTHER));

        assertOut(token, socket, polls);
        assertThat(tryLogin(PASSWORD).status()).isEqualTo(401);
        ChatSocket again = cast.connect(login(OTHER));
        assertThat(again.hello().at("/self/roles")).extracting(JsonNode::asText).containsExactly("chat-operator");
    }

    @Test
    void anotherRoleAloneShouldEndAllSessions() {
        String token = login(PASSWORD);
        ChatSocket socket = cast.connect(token);
        socket.hello();

        save(Json.object("role", "chat-supervisor"));

        assertOut(token, socket);
    }

    @Test
    void whatIsNoChangeOfRightsShouldEndNothing() {
        String token = login(PASSWORD);
        ChatSocket socket = cast.connect(token);
        socket.hello();

        save(Json.object("role", "chat-admin", "name", "Olga the Second", "capacity", 3, "enabled", true));

        assertThat(request("/sites", token).get().status()).isEqualTo(200);
        socket.ping();
    }

    @Test
    void disabledAccountShouldBeOutUntilItIsEnabled() {
        String token = login(PASSWORD);
        ChatSocket socket = cast.connect(token);
        socket.hello();

        assertThat(save(Json.object("role", "chat-admin", "enabled", false))
                        .path("enabled")
                        .asBoolean())
                .isFalse();

        assertOut(token, socket);
        Http.Answer refused = tryLogin(PASSWORD);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body().path("field").asText()).isEqualTo("enabled");
        assertThat(tryLogin(OTHER).body().has("field"))
                .as("told to those who know the password only")
                .isFalse();
        save(Json.object("role", "chat-admin", "enabled", true));
        assertThat(request("/sites", token).get().status()).isEqualTo(401);
        cast.connect(login(PASSWORD)).hello();
    }

    @Test
    void deletedAccountShouldBeOutAndItsNameFree() {
        String token = login(PASSWORD);
        ChatSocket socket = cast.connect(token);
        socket.hello();

        assertThat(request("/operators/id/" + id, admin).delete().status()).isEqualTo(204);

        assertOut(token, socket);
        assertThat(tryLogin(PASSWORD).status()).isEqualTo(401);
        assertThat(request("/operators/id/" + id, admin).delete().code()).isEqualTo("not-found");
        assertThat(request("/operators", admin).get().expect(200).toString())
                .doesNotContain(id)
                .doesNotContain(olga);
        JsonNode next = save(Json.object("role", "chat-operator", "password", OTHER));
        assertThat(next.path("id").asText()).isNotEqualTo(id);
        assertThat(request("/sites", token).get().status()).isEqualTo(401);
    }

    @Test
    void allSessionsShouldBeEnded() {
        String one = login(PASSWORD);
        String two = login(PASSWORD);
        ChatSocket socket = cast.connect(one);
        socket.hello();
        PollSession polls = cast.poll(two);
        polls.hello();

        assertThat(request("/operators/id/" + id + "/sessions", admin).delete().status())
                .isEqualTo(204);

        assertOut(one, socket);
        assertOut(two, polls);
        cast.connect(login(PASSWORD)).hello();
    }

    @Test
    void logoutShouldEndThatSessionAlone() {
        String here = login(PASSWORD);
        String renewed = renew(here).expect(200).path("token").asText();
        String elsewhere = login(PASSWORD);
        ChatSocket socket = cast.connect(here);
        socket.hello();
        PollSession polls = cast.poll(renewed);
        polls.hello();
        ChatSocket other = cast.connect(elsewhere);
        other.hello();

        assertThat(request("/logout", here).post(Json.object()).status()).isEqualTo(204);

        assertOut(here, socket, polls);
        assertThat(renew(renewed).status()).isEqualTo(401);
        other.ping();
        renew(elsewhere).expect(200);
    }

    @Test
    void tokenOfAnEndedSessionShouldNotRenewALine() {
        String gone = login(PASSWORD);
        ChatSocket socket = cast.connect(login(PASSWORD));
        socket.hello();
        request("/logout", gone).post(Json.object());

        socket.refused("unauthorized", "renew", "token", gone);

        socket.ack("renew", "token", login(PASSWORD));
    }

    @Test
    void visitorShouldHaveNoSessionToEnd() {
        assertThat(request("/logout", cast.visitor().token())
                        .post(Json.object())
                        .status())
                .isEqualTo(403);
        assertThat(Http.to(parley().at("/api/v1/logout")).post(Json.object()).status())
                .isEqualTo(401);
    }

    @Test
    void disabledPersonOfTheProviderShouldBeOutWithEveryToken() {
        String person = Cast.unique("person");
        String token = token(person, "chat-operator", Duration.ZERO);
        ChatSocket socket = cast.connect(token);
        String operator = socket.hello().at("/self/id").asText();

        configure(operator, Json.object("enabled", false));

        assertOut(token, socket);
        assertThat(Handshake.to(parley())
                        .token(token(person, "chat-operator", Duration.ofSeconds(2)))
                        .status())
                .isEqualTo(401);
        configure(operator, Json.object("enabled", true));
        assertThat(request("/canned-replies", token).get().status()).isEqualTo(401);
        cast.connect(token(person, "chat-operator", Duration.ofSeconds(2))).hello();
    }

    @Test
    void deletedPersonOfTheProviderShouldBeNewWithTheNextToken() {
        String person = Cast.unique("person");
        String token = token(person, "chat-operator", Duration.ZERO);
        ChatSocket socket = cast.connect(token);
        String operator = socket.hello().at("/self/id").asText();

        assertThat(request("/operators/id/" + operator, admin).delete().status())
                .isEqualTo(204);

        assertOut(token, socket);
        cast.connect(token(person, "chat-operator", Duration.ofSeconds(2))).hello();
    }

    @Test
    void roleThatTheProviderTookAwayShouldEndOlderSessions() {
        String person = Cast.unique("person");
        String before = token(person, "chat-admin", Duration.ofSeconds(-10));
        ChatSocket socket = cast.connect(before);
        socket.hello();

        ChatSocket lower = cast.connect(token(person, "chat-operator", Duration.ZERO));
        lower.hello();

        assertOut(before, socket);
        lower.ping();
    }

    @Test
    void personOfTheProviderShouldLogOut() {
        String token = token(Cast.unique("person"), "chat-operator", Duration.ZERO);
        ChatSocket socket = cast.connect(token);
        socket.hello();

        assertThat(request("/logout", token).post(Json.object()).status()).isEqualTo(204);

        assertOut(token, socket);
    }

    @Test
    void providersTokenShouldHaveALongestLife() {
        String subject = Cast.unique("person");
        String token = Tokens.PROVIDER.sign(
                Tokens.claims(subject, subject, "chat-operator").expirationTime(Tokens.in(Duration.ofDays(365))));
        assertThat(Handshake.to(parley()).token(token).status()).isEqualTo(401);
        String neverGiven = Tokens.PROVIDER.sign(
                Tokens.claims(subject, subject, "chat-operator").issueTime(Tokens.in(Duration.ofDays(1))));
        assertThat(Handshake.to(parley()).token(neverGiven).status()).isEqualTo(401);
    }

    /** Other pages could make a browser send it elsewhere. */
    @Test
    void subprotocolShouldBeATokenAtTheSocketOnly() {
        Http.Answer answer = Http.to(parley().at("/api/v1/sites"))
                .header("Sec-WebSocket-Protocol", "chat.v1, bearer." + admin)
                .get();
        assertThat(answer.status()).isEqualTo(401);
    }

    private void assertOut(String token, Device... devices) {
        Runnable witness = () -> request("/sites", admin).get().expect(200);
        for (Device device : devices) {
            assertThat(device.closeCode(SOON, witness)).isEqualTo(4401);
        }
        assertThat(request("/canned-replies", token).get().status()).isEqualTo(401);
        assertThat(renew(token).status()).isEqualTo(401);
        assertThat(Handshake.to(parley()).token(token).status()).isEqualTo(401);
    }

    private static String token(String person, String role, Duration given) {
        return Tokens.PROVIDER.sign(Tokens.claims(person, person, role).issueTime(Tokens.in(given)));
    }

    private void configure(String operator, ObjectNode settings) {
        request("/operators/id/" + operator + "/settings", admin).put(settings).expect(200);
    }

    private JsonNode save(ObjectNode fields) {
        if (!fields.has("name")) {
            fields.put("name", "Olga");
        }
        return request("/operators/" + olga, admin).put(fields).expect(200);
    }

    private String login(String password) {
        return tryLogin(password).expect(200).path("token").asText();
    }

    private Http.Answer tryLogin(String password) {
        return Http.to(parley().at("/api/v1/login")).post(Json.object("username", olga, "password", password));
    }

    private Http.Answer renew(String token) {
        return request("/renew", token).post(Json.object());
    }

    private Http request(String path, String token) {
        return Http.to(parley().at("/api/v1" + path)).bearer(token);
    }
}
