package org.parley.web.security;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.api.site.Site;

/** Verifies a site's token about its visitor: signed by the site, for the audience Parley. */
@ApplicationScoped
public class IdentityTokens {
    @Inject
    Clock clock;

    private static final int HIGHEST_VIP = 9;

    @Inject
    @ConfigProperty(name = "parley.jwt.audience")
    String audience;

    @Inject
    @ConfigProperty(name = "parley.jwt.skew")
    int skew;

    /** The proven visitor; the name may be null, a higher {@code vip} means more important to the site. */
    public record Proven(String subject, String name, int vip) {}

    /** @throws ChatException INVALID, field {@code identity} */
    public Proven verify(Site site, String token) {
        if (site.identityKey() == null) {
            throw ChatException.invalid("identity", "The site has no identity key, so it can prove nobody.");
        }
        try {
            SignedJWT parsed = TokenVerifier.parse(token);
            // The issuer is the site's own affair; the key binds the token to the site.
            ClaimsCheck claimsCheck = new ClaimsCheck(null, audience, skew, clock);
            JWTClaimsSet claims = verifier(site.identityKey(), claimsCheck).verify(parsed);
            String subject = claims.getSubject();
            if (subject.isBlank() || subject.length() > 255) {
                throw ChatException.invalid("identity", "The identity token's sub has 1 to 255 characters.");
            }
            Long vip = claims.getLongClaim("vip");
            if (vip != null && (vip < 0 || vip > HIGHEST_VIP)) {
                throw ChatException.invalid("identity", "The identity token's vip is a number from 0 to 9.");
            }
            return new Proven(subject, claims.getStringClaim("name"), vip == null ? 0 : vip.intValue());
        } catch (BadTokenException | ParseException e) {
            throw ChatException.invalid("identity", "The identity token is not valid for this site.");
        }
    }

    private static TokenVerifier verifier(String key, ClaimsCheck claims) {
        if (PublicKeys.looksLikePem(key)) {
            return TokenVerifier.publicKey(PublicKeys.parse(key), claims);
        }
        return TokenVerifier.secrets(List.of(key.getBytes(StandardCharsets.UTF_8)), claims);
    }
}
