package org.parley.it.server;

import java.util.Map;
import org.parley.it.client.Tokens;

/** What every server of the tests is told: who administers, which identity provider to believe, to hash quickly. */
public final class TestSettings {

    public static final String ADMIN = "ada";
    public static final String PASSWORD = "a long demo passphrase";

    static final Map<String, String> COMMON = Map.of(
            "parley.admin.username",
            ADMIN,
            "parley.admin.password",
            PASSWORD,
            "parley.password.rounds",
            // The least: tests sign in often, and nobody steals their hashes.
            "1024",
            "parley.jwt.issuer",
            Tokens.ISSUER,
            "parley.jwt.public-key",
            Tokens.PROVIDER.publicKeyPem());

    private TestSettings() {}
}
