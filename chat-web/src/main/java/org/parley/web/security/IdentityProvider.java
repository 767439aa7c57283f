package org.parley.web.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The company's identity provider, as the settings {@code parley.jwt.*} describe it; absent without an issuer. */
@ApplicationScoped
public class IdentityProvider {
    private static final Set<JWSAlgorithm> KNOWN = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.HS256);

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Inject
    @ConfigProperty(name = "parley.jwt.issuer")
    Optional<String> issuer;

    @Inject
    @ConfigProperty(name = "parley.jwt.audience")
    String audience;

    @Inject
    @ConfigProperty(name = "parley.jwt.algorithms")
    List<String> algorithms;

    @Inject
    @ConfigProperty(name = "parley.jwt.jwks-url")
    Optional<String> jwksUrl;

    @Inject
    @ConfigProperty(name = "parley.jwt.public-key")
    Optional<String> publicKey;

    @Inject
    @ConfigProperty(name = "parley.jwt.secret")
    Optional<String> secret;

    @Inject
    @ConfigProperty(name = "parley.jwt.skew")
    int skew;

    @Inject
    @ConfigProperty(name = "parley.jwt.longest-hours")
    int longestHours;

    @Inject
    Clock clock;

    /** A wrong setting shall stop the deployment, not the first login. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (isConfigured()) {
            verifier();
        }
    }

    boolean isConfigured() {
        return issuer.isPresent();
    }

    boolean issued(String tokenIssuer) {
        return issuer.isPresent() && issuer.get().equals(tokenIssuer);
    }

    /** How long a token may be good for. */
    Duration longest() {
        return Duration.ofHours(longestHours);
    }

    /**
     * The session of a token: the provider's own, else the token itself. As a hash, because the provider's names may be
     * long.
     *
     * @throws BadTokenException when the token is good for too long, or from the future
     */
    Identity.Session session(SignedJWT token, JWTClaimsSet claims) throws BadTokenException, ParseException {
        Instant expires = claims.getExpirationTime().toInstant();
        Instant now = clock.instant();
        Instant issued = claims.getIssueTime() == null
                ? expires.minus(longest())
                : claims.getIssueTime().toInstant();
        if (issued.isAfter(now.plusSeconds(skew))) {
            throw new BadTokenException("iat is in the future");
        }
        if (issued.plus(longest()).isBefore(expires)) {
            throw new BadTokenException("good for longer than parley.jwt.longest-hours");
        }
        String named = claims.getClaim("sid") instanceof String sid && !sid.isBlank()
                ? "sid " + sid
                : "token " + new String(token.getSigningInput(), StandardCharsets.US_ASCII);
        return new Identity.Session(hash(claims.getIssuer() + " " + named), issued, null);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    TokenVerifier verifier() {
        if (issued(Identity.OWN_ISSUER)) {
            throw new IllegalStateException("parley.jwt.issuer cannot be \"parley\": that is Parley itself.");
        }
        ClaimsCheck claims = new ClaimsCheck(issuer.orElseThrow(), audience, skew, clock);
        Set<JWSAlgorithm> allowed = algorithms();
        if (allowed.contains(JWSAlgorithm.HS256)) {
            return TokenVerifier.secrets(List.of(secretBytes()), claims);
        }
        if (publicKey.isEmpty()) {
            return TokenVerifier.keySet(allowed, keySet(), claims);
        }
        PublicKey key = PublicKeys.parse(publicKey.get());
        if (!allowed.contains(key instanceof RSAPublicKey ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256)) {
            throw new IllegalStateException(
                    "parley.jwt.public-key is of a kind that parley.jwt.algorithms leaves out.");
        }
        return TokenVerifier.publicKey(key, claims);
    }

    private Set<JWSAlgorithm> algorithms() {
        Set<JWSAlgorithm> chosen =
                algorithms.stream().map(String::strip).map(JWSAlgorithm::parse).collect(Collectors.toSet());
        if (!KNOWN.containsAll(chosen)) {
            throw new IllegalStateException("parley.jwt.algorithms names RS256, ES256 or HS256 only.");
        }
        if (chosen.contains(JWSAlgorithm.HS256) && chosen.size() > 1) {
            throw new IllegalStateException("parley.jwt.algorithms: HS256 goes alone, with parley.jwt.secret.");
        }
        return chosen;
    }

    private byte[] secretBytes() {
        byte[] bytes = secret.orElseThrow(() -> missing("parley.jwt.secret")).getBytes(StandardCharsets.UTF_8);
        if (bytes.length < 32) {
            throw new IllegalStateException("parley.jwt.secret needs at least 32 bytes.");
        }
        return bytes;
    }

    private JWKSource<SecurityContext> keySet() {
        try {
            URL address = URI.create(jwksUrl.orElseThrow(() -> missing("parley.jwt.jwks-url or parley.jwt.public-key")))
                    .toURL();
            // An attacker on the way could put in their own keys; on this machine there is no way between.
            if (!address.getProtocol().equals("https") && !LOOPBACK.contains(address.getHost())) {
                throw new IllegalStateException("parley.jwt.jwks-url has to begin with https.");
            }
            return JWKSourceBuilder.create(address)
                    .retrying(true)
                    // While the provider is down, the known keys stay valid.
                    .outageTolerant(true)
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalStateException("parley.jwt.jwks-url is not a URL.", e);
        }
    }

    private static IllegalStateException missing(String setting) {
        return new IllegalStateException("parley.jwt.issuer is set, so " + setting + " must be set too.");
    }
}
