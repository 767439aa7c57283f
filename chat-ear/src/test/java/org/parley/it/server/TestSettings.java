package org.parley.it.server;

import static java.util.Map.entry;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.parley.it.client.Tokens;

/** The settings of all servers of the tests: the administrator, the identity provider, fast hashes. */
public final class TestSettings {

    public static final String ADMIN = "ada";
    public static final String PASSWORD = "a long demo passphrase";

    /** The company's portal, which may show the console; not started yet, but its port is taken. */
    public static final HttpServer PORTAL = bound();

    static final Map<String, String> COMMON = Map.ofEntries(
            entry("parley.admin.username", ADMIN),
            entry("parley.admin.password", PASSWORD),
            // The minimum, because tests sign in often, and nobody steals their hashes.
            entry("parley.password.rounds", "1024"),
            entry(
                    "parley.console.frame-ancestors",
                    "http://localhost:" + PORTAL.getAddress().getPort()),
            entry("parley.jwt.issuer", Tokens.ISSUER),
            entry("parley.jwt.public-key", Tokens.PROVIDER.publicKeyPem()),
            // All the people of the tests come from one address, and are quick.
            entry("parley.limits.connections-per-address", "20000"),
            entry("parley.limits.connections-per-participant", "1000"),
            entry("parley.limits.frames-burst", "20000"),
            entry("parley.limits.frames-per-second", "5000"),
            entry("parley.limits.handshakes-per-minute", "60000"),
            entry("parley.limits.starts-per-minute", "60000"),
            entry("parley.limits.visitors-per-minute", "60000"));

    private TestSettings() {}

    private static HttpServer bound() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
