package org.parley.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.operator.Operator;
import org.parley.api.security.Role;
import org.parley.api.security.Standing;
import org.parley.api.security.TokenSecret;
import org.parley.api.visitor.Visitor;

/** Gives Parley's own tokens, and verifies these and the identity provider's. */
@ApplicationScoped
public class Tokens {
    private static final int LONGEST_SUBJECT = 255;

    @Inject
    TokenSecret secret;

    @Inject
    IdentityProvider provider;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.jwt.audience")
    String audience;

    @Inject
    @ConfigProperty(name = "parley.token.visitor-days")
    int visitorDays;

    @Inject
    @ConfigProperty(name = "parley.token.operator-hours")
    int operatorHours;

    @Inject
    @ConfigProperty(name = "parley.session.days")
    int sessionDays;

    private TokenVerifier own;
    private TokenVerifier company;

    /** A token and how long it is good for. */
    public record Given(String token, long expiresInSeconds) {}

    @PostConstruct
    void prepare() {
        own = TokenVerifier.secrets(secret.keys(), new ClaimsCheck(Identity.OWN_ISSUER, audience, 0, clock));
        if (provider.isConfigured()) {
            company = provider.verifier();
        }
    }

    /**
     * @param issued now, or for a new visitor the time of their creation, so that a repeated request gets the same
     *     token
     */
    public Given forVisitor(Visitor visitor, Instant issued) {
        return give(
                new JWTClaimsSet.Builder()
                        .subject(visitor.id().toString())
                        .claim("site", visitor.site())
                        .claim("name", visitor.name())
                        .claim("groups", List.of(Role.VISITOR.group())),
                issued,
                Duration.ofDays(visitorDays));
    }

    /** The first token of a new session. */
    public Given signIn(Standing standing) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return forOperator(standing, new Identity.Session(UUID.randomUUID().toString(), now, standing.generation()));
    }

    /**
     * The next token of a valid session.
     *
     * @throws ChatException UNAUTHORIZED when the sign-in was too long ago
     */
    public Given renew(SessionCheck.Checked checked) {
        Identity.Session session = checked.identity().session();
        if (!lastOf(session).isAfter(clock.instant())) {
            throw new ChatException(ErrorCode.UNAUTHORIZED, "The sign-in was too long ago; log in again.");
        }
        return forOperator(checked.standing(), session);
    }

    private Given forOperator(Standing standing, Identity.Session session) {
        Operator operator = standing.operator();
        Instant now = clock.instant();
        Duration left = Duration.between(now, lastOf(session));
        Duration life = Duration.ofHours(operatorHours);
        return give(
                new JWTClaimsSet.Builder()
                        .subject(operator.id().toString())
                        .claim("name", operator.name())
                        .claim("groups", List.of(operator.role().group()))
                        .claim("sid", session.id())
                        .claim("auth_time", session.began().getEpochSecond())
                        .claim("generation", session.generation()),
                now,
                life.compareTo(left) < 0 ? life : left);
    }

    private Instant lastOf(Identity.Session session) {
        return session.began().plus(Duration.ofDays(sessionDays));
    }

    /** When the last token of a session has certainly expired. */
    public Instant end(Identity identity) {
        return identity.isOwn()
                ? lastOf(identity.session())
                : clock.instant().plus(provider.longest()).plus(Duration.ofHours(1));
    }

    private Given give(JWTClaimsSet.Builder claims, Instant issued, Duration life) {
        JWTClaimsSet complete = claims.issuer(Identity.OWN_ISSUER)
                .audience(audience)
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plus(life)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), complete);
        try {
            token.sign(new MACSigner(secret.keys().get(0)));
        } catch (JOSEException e) {
            throw new IllegalStateException("The token secret cannot sign", e);
        }
        return new Given(token.serialize(), life.toSeconds());
    }

    /** @throws BadTokenException when anything is wrong with it */
    public Identity verify(String token) throws BadTokenException {
        SignedJWT parsed = TokenVerifier.parse(token);
        try {
            // Only to find the verifier, which checks the issuer again after the signature.
            String issuer = parsed.getJWTClaimsSet().getIssuer();
            JWTClaimsSet claims = verifier(issuer).verify(parsed);
            if (claims.getSubject().isBlank() || claims.getSubject().length() > LONGEST_SUBJECT) {
                throw new BadTokenException("sub is blank or too long");
            }
            boolean isOwn = Identity.OWN_ISSUER.equals(issuer);
            if (isOwn) {
                UUID.fromString(claims.getSubject()); // the lookup of its owner relies on that
            }
            String site = isOwn ? claims.getStringClaim("site") : null;
            List<String> groups = claims.getStringListClaim("groups");
            String name = claims.getStringClaim("name");
            return new Identity(
                    issuer,
                    claims.getSubject(),
                    name == null || name.isBlank() ? claims.getSubject() : name,
                    site,
                    groups == null ? Set.of() : Set.copyOf(groups),
                    claims.getExpirationTime().toInstant(),
                    !isOwn ? provider.session(parsed, claims) : site == null ? session(claims) : null);
        } catch (ParseException | IllegalArgumentException e) {
            throw new BadTokenException(e);
        }
    }

    private static Identity.Session session(JWTClaimsSet claims) throws BadTokenException, ParseException {
        if (claims.getClaim("sid") == null || claims.getLongClaim("auth_time") == null) {
            throw new BadTokenException("of no session");
        }
        return new Identity.Session(
                claims.getStringClaim("sid"),
                Instant.ofEpochSecond(claims.getLongClaim("auth_time")),
                claims.getStringClaim("generation"));
    }

    private TokenVerifier verifier(String issuer) throws BadTokenException {
        if (Identity.OWN_ISSUER.equals(issuer)) {
            return own;
        }
        if (company != null && provider.issued(issuer)) {
            return company;
        }
        throw new BadTokenException("unknown issuer");
    }
}
