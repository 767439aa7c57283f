package org.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.api.error.ChatException;
import org.parley.api.site.Site;

class IdentityTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String KEY = "a secret of the site, long enough";

    private final IdentityTokens identities = new IdentityTokens();

    @BeforeEach
    void configure() {
        identities.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        identities.audience = "parley";
        identities.skew = 60;
    }

    @Test
    void aSiteShouldProveItsVisitorWithOrWithoutAnIssuer() throws Exception {
        assertThat(identities.verify(site(KEY), token(KEY, claims())))
                .isEqualTo(new IdentityTokens.Proven("customer-7", "Ada", 0));
        assertThat(identities.verify(site(KEY), token(KEY, claims().issuer("https://shop.example"))))
                .isEqualTo(new IdentityTokens.Proven("customer-7", "Ada", 0));
    }

    @Test
    void theSiteShouldSayWhoMattersMore() throws Exception {
        String token = token(KEY, claims().claim("vip", 3));

        assertThat(identities.verify(site(KEY), token).vip()).isEqualTo(3);
        assertThatThrownBy(() -> identities.verify(site(KEY), token(KEY, claims().claim("vip", 10))))
                .isInstanceOf(ChatException.class)
                .hasMessageContaining("vip");
    }

    @Test
    void anotherKeyShouldProveNobody() throws Exception {
        String foreign = token("another secret, just as long as it", claims());

        assertThatThrownBy(() -> identities.verify(site(KEY), foreign)).isInstanceOf(ChatException.class);
        assertThatThrownBy(() -> identities.verify(site(null), token(KEY, claims())))
                .hasMessageContaining("no identity key");
    }

    private static Site site(String key) {
        return new Site("shop", "Shop", Set.of(), key);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("customer-7")
                .claim("name", "Ada")
                .audience("parley")
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    private static String token(String key, JWTClaimsSet.Builder claims) throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        token.sign(new MACSigner(key));
        return token.serialize();
    }
}
