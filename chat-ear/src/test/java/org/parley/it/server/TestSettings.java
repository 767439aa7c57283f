package org.parley.it.server;

import java.util.Map;
import org.parley.it.client.Tokens;

/** What every server of the tests is told: a first administrator, and the identity provider that it may believe. */
public final class TestSettings {

    public static final String ADMIN = "ada";
    public static final String PASSWORD = "a long demo passphrase";

    static final Map<String, String> COMMON = Map.of(
            "parley.admin.username",
            ADMIN,
            "parley.admin.password",
            PASSWORD,
            "parley.jwt.issuer",
            Tokens.ISSUER,
            "parley.jwt.public-key",
            Tokens.PROVIDER.publicKeyPem());

    private TestSettings() {}
}
