package org.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes();

    private static KeyPair rsa;
    private static KeyPair foreign;
    private static KeyPair ec;

    @BeforeAll
    static void makeKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        rsa = generator.generateKeyPair();
        foreign = generator.generateKeyPair();
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        ec = curve.generateKeyPair();
    }

    @Test
    void aTokenOfTheConfiguredKeyShouldPass() throws Exception {
        JWTClaimsSet claims = rsaVerifier().verify(sign(claims().build(), JWSAlgorithm.RS256, rsaSigner(rsa)));

        assertThat(claims.getSubject()).isEqualTo("olivia");
    }

    @Test
    void anEllipticKeyShouldPassToo() throws Exception {
        SignedJWT token =
                sign(claims().build(), JWSAlgorithm.ES256, new ECDSASigner((java.security.interfaces.ECPrivateKey)
                        ec.getPrivate()));

        assertThat(verifier(PublicKeys.parse(pem(ec))).verify(token).getSubject())
                .isEqualTo("olivia");
    }

    @Test
    void aKeyIdShouldNotMatterToASingleKey() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("2026-11").build(), claims().build());
        token.sign(rsaSigner(rsa));

        assertThat(rsaVerifier().verify(SignedJWT.parse(token.serialize()))).isNotNull();
    }

    @Test
    void aTokenOfAnotherKeyShouldBeRefused() throws Exception {
        refused(sign(claims().build(), JWSAlgorithm.RS256, rsaSigner(foreign)));
    }

    @Test
    void aPublicKeyUsedAsASecretShouldBeRefused() throws Exception {
        refused(sign(
                claims().build(),
                JWSAlgorithm.HS256,
                new MACSigner(rsa.getPublic().getEncoded())));
        refused(sign(claims().build(), JWSAlgorithm.HS256, new MACSigner(pem(rsa))));
    }

    @Test
    void aSecretsVerifierShouldRefuseOtherAlgorithms() throws Exception {
        TokenVerifier hmac = TokenVerifier.secrets(List.of(SECRET), check());
        assertThat(hmac.verify(sign(claims().build(), JWSAlgorithm.HS256, new MACSigner(SECRET))))
                .isNotNull();
        SignedJWT longer = sign(claims().build(), JWSAlgorithm.HS512, new MACSigner("0123456789abcdef".repeat(4)));

        assertThatThrownBy(() -> hmac.verify(longer)).isInstanceOf(BadTokenException.class);
    }

    @Test
    void noneShouldNotEvenBeRead() {
        String none = new PlainJWT(claims().build()).serialize();

        assertThatThrownBy(() -> TokenVerifier.parse(none)).isInstanceOf(BadTokenException.class);
    }

    @Test
    void wrongClaimsShouldBeRefused() throws Exception {
        refused(signed(claims().audience("another")));
        refused(signed(claims().audience((String) null)));
        refused(signed(claims().issuer("https://elsewhere.example")));
        refused(signed(claims().subject(null)));
        refused(signed(claims().expirationTime(null)));
        refused(signed(claims().expirationTime(Date.from(NOW.minusSeconds(61)))));
        refused(signed(claims().notBeforeTime(Date.from(NOW.plusSeconds(61)))));
    }

    @Test
    void clocksMayDifferByTheSkew() throws Exception {
        assertThat(rsaVerifier().verify(signed(claims().expirationTime(Date.from(NOW.minusSeconds(59))))))
                .isNotNull();
    }

    @Test
    void aChangedTokenShouldBeRefused() throws Exception {
        String[] parts = signed(claims()).serialize().split("\\.");
        String other = signed(claims().subject("ada")).serialize().split("\\.")[1];

        refused(SignedJWT.parse(parts[0] + "." + other + "." + parts[2]));
    }

    private static void refused(SignedJWT token) {
        assertThatThrownBy(() -> rsaVerifier().verify(token)).isInstanceOf(BadTokenException.class);
    }

    private static TokenVerifier rsaVerifier() {
        return verifier(PublicKeys.parse(pem(rsa)));
    }

    private static TokenVerifier verifier(PublicKey key) {
        return TokenVerifier.publicKey(key, check());
    }

    private static ClaimsCheck check() {
        return new ClaimsCheck("https://idp.example", "parley", 60, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://idp.example")
                .audience("parley")
                .subject("olivia")
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    private static SignedJWT signed(JWTClaimsSet.Builder claims) throws Exception {
        return sign(claims.build(), JWSAlgorithm.RS256, rsaSigner(rsa));
    }

    private static SignedJWT sign(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(signer);
        return SignedJWT.parse(token.serialize());
    }

    private static JWSSigner rsaSigner(KeyPair pair) {
        return new RSASSASigner(pair.getPrivate());
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
