package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.it.client.Handshake.SWITCHED;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Elsewhere;
import org.parley.it.client.Handshake;
import org.parley.it.client.Tokens;
import org.parley.it.server.OnEveryInstallation;

@Tag(OnEveryInstallation.ARTEFACT)
class HandshakeIT extends ProtocolSuite {

    /** Servers keep them for as long as the socket is open. */
    @Test
    void theAnswerShouldHaveNoHeadersForPages() throws IOException {
        Elsewhere.Answer answer = Elsewhere.at(2).handshake(parley().socket(), Tokens.PROVIDER.sign(operator()));
        assertThat(answer.status()).isEqualTo(SWITCHED);
        assertThat(answer.headers()).doesNotContainKeys("content-security-policy", "referrer-policy", "cache-control");
    }

    @Test
    void socketShouldBeRefusedWithoutToken() {
        assertThat(Handshake.to(parley()).withoutToken().status()).isEqualTo(401);
    }

    @Test
    void socketShouldBeRefusedWithGarbageForToken() {
        assertThat(statusOf("no.token.atall")).isEqualTo(401);
        assertThat(statusOf("x")).isEqualTo(401);
    }

    @Test
    void socketShouldBeRefusedWhenAnotherKeySigned() {
        assertThat(statusOf(Tokens.STRANGER.sign(operator()))).isEqualTo(401);
    }

    @Test
    void socketShouldBeRefusedWhenTheSignatureIsBroken() {
        String token = Tokens.PROVIDER.sign(operator());
        int middle = token.lastIndexOf('.') + 10;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        String broken = token.substring(0, middle) + other + token.substring(middle + 1);
        assertThat(statusOf(broken)).isEqualTo(401);
    }

    @Test
    void socketShouldBeRefusedWhenTheTokenHasExpired() {
        String token = Tokens.PROVIDER.sign(operator().expirationTime(Tokens.in(Duration.ofHours(-1))));
        assertThat(statusOf(token)).isEqualTo(401);
    }

    @Test
    void socketShouldBeRefusedWhenTheTokenNeverExpires() {
        assertThat(statusOf(Tokens.PROVIDER.sign(operator().expirationTime(null))))
                .isEqualTo(401);
    }

    @Test
    void socketShouldBeRefusedWhenTheTokenIsForAnotherAudience() {
        assertThat(statusOf(Tokens.PROVIDER.sign(operator().audience("payroll"))))
                .isEqualTo(401);
        assertThat(statusOf(Tokens.PROVIDER.sign(operator().audience((String) null))))
                .isEqualTo(401);
    }

    @Test
    void socketShouldBeRefusedWhenTheTokenIsOfAnotherIssuer() {
        assertThat(statusOf(Tokens.PROVIDER.sign(operator().issuer("https://elsewhere.example/"))))
                .isEqualTo(401);
    }

    @Test
    void socketShouldBeRefusedWhenTheTokenIsNotSigned() {
        assertThat(statusOf(Tokens.unsigned(operator()))).isEqualTo(401);
    }

    @Test
    void socketShouldBeRefusedWhenThePublicKeyServedAsSecret() {
        assertThat(statusOf(Tokens.confused().sign(operator()))).isEqualTo(401);
    }

    @Test
    void socketShouldBeForbiddenWithoutRole() {
        assertThat(statusOf(cast.token())).isEqualTo(403);
        assertThat(statusOf(cast.token("accountant"))).isEqualTo(403);
    }

    @Test
    void socketShouldBeForbiddenFromForeignOrigin() {
        Handshake visitor = Handshake.to(parley()).token(cast.visitor().token());
        assertThat(visitor.origin("https://evil.example").status()).isEqualTo(403);
        Handshake operator = Handshake.to(parley()).token(cast.operator().token());
        assertThat(operator.origin("https://evil.example").status()).isEqualTo(403);
    }

    @Test
    void socketShouldBeForbiddenFromTheNullOrigin() {
        Handshake visitor = Handshake.to(parley()).token(cast.visitor().token());
        assertThat(visitor.origin("null").status()).isEqualTo(403);
    }

    @Test
    void socketShouldOpenFromTheOriginOfTheSite() {
        Handshake visitor = Handshake.to(parley()).token(cast.visitor().token());
        assertThat(visitor.origin(Cast.SHOP).status()).isEqualTo(SWITCHED);
    }

    @Test
    void socketShouldOpenFromTheServersOwnOrigin() {
        String own = parley().origin().toString();
        Handshake visitor = Handshake.to(parley()).token(cast.visitor().token());
        assertThat(visitor.origin(own).status()).isEqualTo(SWITCHED);
        Handshake operator = Handshake.to(parley()).token(cast.operator().token());
        assertThat(operator.origin(own).status()).isEqualTo(SWITCHED);
    }

    @Test
    void serverShouldSelectTheProtocolAndNotTheToken() {
        try (ChatSocket socket = cast.visitor().connect()) {
            assertThat(socket.subprotocol()).isEqualTo("chat.v1");
        }
    }

    @Test
    void tokenShouldBeTakenFromTheAuthorizationHeader() {
        ChatSocket socket = cast.keep(
                Handshake.to(parley()).authorization(cast.visitor().token()).open());
        assertThat(socket.subprotocol()).isEqualTo("chat.v1");
        assertThat(socket.hello().at("/self/kind").asText()).isEqualTo("visitor");
    }

    @Test
    void badTokenShouldBeRefusedInTheAuthorizationHeaderToo() {
        String token = Tokens.STRANGER.sign(operator());
        assertThat(Handshake.to(parley()).authorization(token).status()).isEqualTo(401);
    }

    @Test
    void tokenInTheAddressShouldNotCount() {
        String token = cast.operator().token();
        URI address = URI.create(parley().socket() + "?token=" + token + "&access_token=" + token);
        assertThat(Handshake.to(address).withoutToken().status()).isEqualTo(401);
    }

    private int statusOf(String token) {
        return Handshake.to(parley()).token(token).status();
    }

    private static JWTClaimsSet.Builder operator() {
        String subject = Cast.unique("op");
        return Tokens.claims(subject, subject, "chat-operator");
    }
}
