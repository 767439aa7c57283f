package org.parley.it.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** The company's identity provider: a key pair that signs JWTs. And forgers of them. */
public final class Tokens {

    public static final String ISSUER = "https://id.example.com/";
    public static final String AUDIENCE = "parley";

    /** The one whose public key every server of the tests knows. */
    public static final Tokens PROVIDER = rsa("provider");

    /** Signs as the provider does, with a key that no server knows. */
    public static final Tokens STRANGER = rsa("provider");

    private final JWK key;
    private final JWSAlgorithm algorithm;
    private final JWSSigner signer;

    private Tokens(JWK key, JWSAlgorithm algorithm, JWSSigner signer) {
        this.key = key;
        this.algorithm = algorithm;
        this.signer = signer;
    }

    public static Tokens rsa(String keyId) {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID(keyId).generate();
            return new Tokens(key, JWSAlgorithm.RS256, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Tokens ec(String keyId) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
            return new Tokens(key, JWSAlgorithm.ES256, new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Tokens hmac(String secret) {
        try {
            return new Tokens(null, JWSAlgorithm.HS256, new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs by HMAC with the provider's public key as the secret: the classic confusion of algorithms. */
    public static Tokens confused() {
        return hmac(PROVIDER.publicKeyPem());
    }

    /** Claims of an operator that hold for an hour. */
    public static JWTClaimsSet.Builder claims(String subject, String name, String... groups) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .audience(AUDIENCE)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(in(Duration.ofHours(1)))
                .claim("name", name)
                .claim("groups", List.of(groups));
    }

    public static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    public static String unsigned(JWTClaimsSet.Builder claims) {
        return new PlainJWT(claims.build()).serialize();
    }

    public String sign(JWTClaimsSet.Builder claims) {
        JWSHeader.Builder header = new JWSHeader.Builder(algorithm);
        if (key != null) {
            header.keyID(key.getKeyID());
        }
        SignedJWT token = new SignedJWT(header.build(), claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    public String publicKeyPem() {
        try {
            byte[] encoded = key.toRSAKey().toRSAPublicKey().getEncoded();
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
            return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key set as its JWKS address would serve it. */
    public String jwks() {
        return new JWKSet(key.toPublicJWK()).toString();
    }
}
