package org.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.security.Role;
import org.parley.api.security.Standing;
import org.parley.web.connection.SetClock;

class TokensTest {
    private static final String OLD = "the key until now, which is 32 bytes or more";
    private static final String NEW = "the key from now on, which is 32 bytes or more";

    private final SetClock clock = new SetClock();
    private final Standing olivia = new Standing(
            new Operator(
                    new OperatorId(UUID.randomUUID()), "olivia", null, "Olivia", Role.OPERATOR, OperatorStatus.AWAY),
            true,
            "0.1",
            Instant.EPOCH);

    @Test
    void tokensOfTwoKeysShouldCountWhileTheKeyIsChanged() throws Exception {
        Tokens before = tokens(OLD);
        Tokens during = tokens(NEW, OLD);
        Tokens after = tokens(NEW);
        String old = before.signIn(olivia).token();
        String young = during.signIn(olivia).token();

        assertThat(during.verify(old).subject()).isEqualTo(during.verify(young).subject());
        assertThat(after.verify(young).groups()).containsExactly("chat-operator");
        assertThatThrownBy(() -> after.verify(old)).isInstanceOf(BadTokenException.class);
        assertThatThrownBy(() -> before.verify(young)).isInstanceOf(BadTokenException.class);
    }

    @Test
    void ownTokenWhoseOwnerCannotExistShouldNotCount() throws Exception {
        for (String site : new String[] {"shop", null}) {
            SignedJWT token = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.HS256),
                    new JWTClaimsSet.Builder()
                            .issuer("parley")
                            .audience("parley")
                            .subject("nobody")
                            .claim("site", site)
                            .claim("sid", "s")
                            .claim("auth_time", clock.instant().getEpochSecond())
                            .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                            .build());
            token.sign(new MACSigner(NEW));
            assertThatThrownBy(() -> tokens(NEW).verify(token.serialize())).isInstanceOf(BadTokenException.class);
        }
    }

    @Test
    void renewedTokenShouldBeOfTheSameSession() throws Exception {
        Tokens tokens = tokens(NEW);
        Identity first = tokens.verify(tokens.signIn(olivia).token());
        clock.goOn(Duration.ofHours(3));
        Identity second = tokens.verify(renewed(tokens, first).token());

        assertThat(second.session()).isEqualTo(first.session());
        assertThat(second.expires()).isAfter(first.expires());
        assertThat(tokens.verify(tokens.signIn(olivia).token()).session()).isNotEqualTo(first.session());
    }

    @Test
    void noTokenShouldOutliveItsSignInByMoreThanTheSetting() throws Exception {
        Tokens tokens = tokens(NEW);
        Identity identity = tokens.verify(tokens.signIn(olivia).token());
        Instant end = clock.instant().plus(Duration.ofDays(7));
        for (int hours = 0; hours < 7 * 24; hours += 8) {
            identity = tokens.verify(renewed(tokens, identity).token());
            assertThat(identity.expires()).isBeforeOrEqualTo(end);
            clock.goOn(Duration.ofHours(8));
        }
        Identity last = identity;
        assertThatThrownBy(() -> renewed(tokens, last))
                .isInstanceOfSatisfying(
                        ChatException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAUTHORIZED));
    }

    private Tokens.Given renewed(Tokens tokens, Identity identity) {
        return tokens.renew(new SessionCheck.Checked(identity, olivia));
    }

    private Tokens tokens(String... keys) {
        Tokens tokens = new Tokens();
        tokens.secret = () -> List.of(keys).stream().map(String::getBytes).toList();
        tokens.provider = new IdentityProvider();
        tokens.provider.issuer = Optional.empty();
        tokens.clock = clock;
        tokens.audience = "parley";
        tokens.operatorHours = 12;
        tokens.sessionDays = 7;
        tokens.prepare();
        return tokens;
    }
}
