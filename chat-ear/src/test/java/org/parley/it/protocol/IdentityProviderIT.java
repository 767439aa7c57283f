package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Handshake;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.Tokens;

/** The company's identity provider is a key pair that a setting names; its people are operators. */
class IdentityProviderIT extends ProtocolSuite {

    @Test
    void personOfTheProviderShouldWorkAsOperator() {
        Cast.Waiting waiting = cast.waiting();
        ChatSocket operator = cast.connect(Tokens.PROVIDER.sign(claims("Olivia of the company")));
        JsonNode self = operator.hello().path("self");
        assertThat(self.path("kind").asText()).isEqualTo("operator");
        assertThat(self.path("name").asText()).isEqualTo("Olivia of the company");
        operator.ack("accept", "conversation", waiting.id());
        int seq = operator.ack("send", "conversation", waiting.id(), "text", "Hello")
                .path("seq")
                .asInt();
        JsonNode entry = waiting.visitor().awaitEntry(waiting.id(), seq);
        assertThat(entry.at("/author/name").asText()).isEqualTo("Olivia of the company");
    }

    @Test
    void personOfAnotherKeyShouldNotGetInByAnyDoor() {
        String forged = Tokens.STRANGER.sign(claims("Mallory"));
        assertThat(Handshake.to(parley()).token(forged).status()).isEqualTo(401);
        assertThat(Handshake.to(parley()).authorization(forged).status()).isEqualTo(401);
        Http.Answer rest =
                Http.to(parley().at("/api/v1/operators")).bearer(forged).get();
        assertThat(rest.status()).isEqualTo(401);
        Http.Answer renewed =
                Http.to(parley().at("/api/v1/renew")).bearer(forged).post(Json.object());
        assertThat(renewed.status()).isEqualTo(401);
    }

    @Test
    void samePersonShouldBeTheSameOperatorOnEveryDevice() {
        JWTClaimsSet.Builder claims = claims("Omar of the company");
        JsonNode first = cast.connect(Tokens.PROVIDER.sign(claims)).hello().path("self");
        JsonNode second = cast.connect(Tokens.PROVIDER.sign(claims)).hello().path("self");
        assertThat(second.path("id")).isEqualTo(first.path("id"));
    }

    @Test
    void providersSubjectShouldNotTakeOverABuiltInAccount() {
        String subject = "ada";
        JsonNode provided = cast.connect(Tokens.PROVIDER.sign(Tokens.claims(subject, "Another Ada", "chat-operator")))
                .hello()
                .path("self");
        assertThat(provided.path("roles")).extracting(JsonNode::asText).doesNotContain("chat-admin");
        String login = Http.to(parley().at("/api/v1/login"))
                .post(Json.object(
                        "username",
                        org.parley.it.server.TestSettings.ADMIN,
                        "password",
                        org.parley.it.server.TestSettings.PASSWORD))
                .expect(200)
                .path("token")
                .asText();
        JsonNode builtIn = cast.connect(login).hello().path("self");
        assertThat(builtIn.path("name").asText()).isNotEqualTo("Another Ada");
        assertThat(builtIn.path("id")).isNotEqualTo(provided.path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat-house", "chat-system", "house", "HOUSE", "system", "rule"})
    void noGroupShouldMakeAnybodyTheHouse(String group) {
        assertThat(Handshake.to(parley())
                        .token(Tokens.PROVIDER.sign(Tokens.claims(Cast.unique("actor"), "Mallory", group)))
                        .status())
                .isEqualTo(403);

        Cast.Waiting waiting = cast.waiting();
        ChatSocket operator = cast.connect(
                Tokens.PROVIDER.sign(Tokens.claims(Cast.unique("actor"), "Mallory", "chat-operator", group)));
        assertThat(operator.hello().at("/self/kind").asText()).isEqualTo("operator");
        operator.refused("forbidden", "send", "conversation", waiting.id(), "text", "Hello");
    }

    @Test
    void tokenThatRunsOutSoonShouldStillOpen() {
        String token = Tokens.PROVIDER.sign(claims("Brief").expirationTime(Tokens.in(Duration.ofMinutes(1))));
        assertThat(Handshake.to(parley()).token(token).status()).isEqualTo(Handshake.SWITCHED);
    }

    private static JWTClaimsSet.Builder claims(String name) {
        return Tokens.claims(Cast.unique("person"), name, "chat-operator");
    }
}
