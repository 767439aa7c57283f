package org.parley.web.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The company's identity provider, as the settings {@code parley.jwt.*} describe it; absent without an issuer. */
@ApplicationScoped
public class IdentityProvider {
    private static final Set<JWSAlgorithm> KNOWN = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.HS256);

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

    TokenVerifier verifier() {
        if (issued(Identity.OWN_ISSUER)) {
            throw new IllegalStateException("parley.jwt.issuer cannot be \"parley\": that is Parley itself.");
        }
        ClaimsCheck claims = new ClaimsCheck(issuer.orElseThrow(), audience, skew, clock);
        Set<JWSAlgorithm> allowed = algorithms();
        if (allowed.contains(JWSAlgorithm.HS256)) {
            return TokenVerifier.secret(secretBytes(), claims);
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
            return JWKSourceBuilder.create(URI.create(
                                    jwksUrl.orElseThrow(() -> missing("parley.jwt.jwks-url or parley.jwt.public-key")))
                            .toURL())
                    .retrying(true)
                    // While the provider is down, the keys that were known go on.
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
