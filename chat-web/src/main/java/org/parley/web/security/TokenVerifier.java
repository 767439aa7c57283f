package org.parley.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies the tokens of one issuer. The configuration fixes the algorithms, never the token; each key serves only
 * algorithms of its own kind, so {@code none} and a public key used as a secret are both refused.
 */
final class TokenVerifier {
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    private TokenVerifier(JWSKeySelector<SecurityContext> keys, ClaimsCheck claims) {
        processor.setJWSKeySelector(keys);
        processor.setJWTClaimsSetVerifier(claims);
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    }

    /** Verifies by a set of keys; the token's {@code kid} names one. */
    static TokenVerifier keySet(Set<JWSAlgorithm> algorithms, JWKSource<SecurityContext> keys, ClaimsCheck claims) {
        return new TokenVerifier(new JWSVerificationKeySelector<>(algorithms, keys), claims);
    }

    /** Verifies by one configured public key; a {@code kid} is ignored, because the key has none. */
    static TokenVerifier publicKey(PublicKey key, ClaimsCheck claims) {
        JWSAlgorithm algorithm = key instanceof RSAPublicKey ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
        return new TokenVerifier(new SingleKeyJWSKeySelector<>(algorithm, key), claims);
    }

    /** Verifies by any of some shared secrets of at least 32 bytes each. */
    static TokenVerifier secrets(List<byte[]> secrets, ClaimsCheck claims) {
        List<SecretKeySpec> keys = secrets.stream()
                .map(secret -> new SecretKeySpec(secret, "HmacSHA256"))
                .toList();
        return new TokenVerifier(
                (header, context) -> header.getAlgorithm().equals(JWSAlgorithm.HS256) ? keys : List.of(), claims);
    }

    /** @throws BadTokenException when anything is wrong with it */
    JWTClaimsSet verify(SignedJWT token) throws BadTokenException {
        try {
            return processor.process(token, null);
        } catch (BadJOSEException | JOSEException e) {
            throw new BadTokenException(e);
        }
    }

    /** @throws BadTokenException when it is no signed JWT; {@code none} is not signed */
    static SignedJWT parse(String token) throws BadTokenException {
        try {
            return SignedJWT.parse(token);
        } catch (ParseException e) {
            throw new BadTokenException(e);
        }
    }
}
