package org.parley.web.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.web.connection.SetClock;

class IdentityProviderTest {
    /** An attacker on the way could give their own keys. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example.com/keys",
                "HTTP://id.example.com/keys",
                "http://localhost.example.com/keys",
                "http://localhost@id.example.com/keys",
                "ftp://id.example.com/keys"
            })
    void keysShouldNotBeFetchedInTheClear(String address) {
        assertThatThrownBy(() -> provider(address).verifier())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("https");
    }

    @Test
    void keysShouldBeFetchedByHttpsAndFromThisMachine() {
        assertThatCode(() -> provider("https://id.example.com/keys").verifier()).doesNotThrowAnyException();
        assertThatCode(() -> provider("http://localhost:8081/keys").verifier()).doesNotThrowAnyException();
    }

    private static IdentityProvider provider(String address) {
        IdentityProvider provider = new IdentityProvider();
        provider.issuer = Optional.of("https://id.example.com");
        provider.audience = "parley";
        provider.algorithms = List.of("RS256");
        provider.jwksUrl = Optional.of(address);
        provider.publicKey = Optional.empty();
        provider.secret = Optional.empty();
        provider.clock = new SetClock();
        return provider;
    }
}
