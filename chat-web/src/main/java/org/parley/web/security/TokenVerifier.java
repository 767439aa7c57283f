package org.parley.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Set;

/**
 * Verifies the tokens of one issuer. The algorithms are fixed by whoever configures it, never by the token; each key
 * serves only algorithms of its own kind, so {@code none} and a public key used as a secret are both refused.
 */
final class TokenVerifier {
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    TokenVerifier(Set<JWSAlgorithm> algorithms, JWKSource<SecurityContext> keys, ClaimsCheck claims) {
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
        processor.setJWTClaimsSetVerifier(claims);
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    }

    static TokenVerifier hmac(byte[] secret, ClaimsCheck claims) {
        return new TokenVerifier(Set.of(JWSAlgorithm.HS256), new ImmutableSecret<>(secret), claims);
    }

    /** @throws BadTokenException whatever is wrong with it */
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
