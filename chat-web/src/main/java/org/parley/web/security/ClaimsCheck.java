package org.parley.web.security;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/** Issuer, audience, subject and times, by the one clock. */
final class ClaimsCheck extends DefaultJWTClaimsVerifier<SecurityContext> {
    private final Clock clock;

    /** @param issuer null for any, and for none */
    ClaimsCheck(String issuer, String audience, int skewSeconds, Clock clock) {
        super(
                audience,
                issuer == null
                        ? null
                        : new JWTClaimsSet.Builder().issuer(issuer).build(),
                Set.of("sub", "exp"));
        setMaxClockSkew(skewSeconds);
        this.clock = clock;
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }
}
