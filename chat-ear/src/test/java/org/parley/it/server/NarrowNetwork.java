package org.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A company's network that blocks WebSocket: HAProxy in front of the server answers every upgrade with 403 and lets
 * everything else through. It is the installed one or Debian's package; without either the test fails.
 */
public final class NarrowNetwork implements Parley, AutoCloseable {

    private static final String CONFIGURATION = """
            defaults
              mode http
              timeout connect 2s
              timeout client 60s
              timeout server 60s
              retries 0
            frontend narrow
              bind 127.0.0.1:%d
              http-request deny deny_status 403 if { req.hdr(upgrade) -m found }
              default_backend parley
            backend parley
              server parley 127.0.0.1:%d
            """;

    private final int port = Ports.free();
    private final ServerProcess process;

    private NarrowNetwork(Parley server) {
        Path program = haproxy();
        Path folder = Workshop.folder("narrow-network");
        Path configuration = folder.resolve("haproxy.cfg");
        try {
            Files.writeString(
                    configuration, CONFIGURATION.formatted(port, server.origin().getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = List.of(program.toString(), "-db", "-f", configuration.toString());
        process = new ServerProcess(command, Map.of(), folder, folder.resolve("haproxy.log"));
        Runtime.getRuntime().addShutdownHook(new Thread(process::kill));
    }

    /** Returns when the server's health can be seen through it. */
    public static NarrowNetwork before(Parley server) {
        NarrowNetwork network = new NarrowNetwork(server);
        network.process.awaitHealth(network.at("/api/v1/health"));
        return network;
    }

    @Override
    public void close() {
        process.stop();
    }

    @Override
    public URI origin() {
        return URI.create("http://localhost:" + port);
    }

    private static Path haproxy() {
        return Debian.installed(List.of("haproxy"))
                .or(() -> {
                    Debian.install("haproxy");
                    return Debian.installed(List.of("haproxy"));
                })
                .orElseThrow(
                        () -> new IllegalStateException(
                                "No HAProxy for the tests, and Debian's package could not be installed: install it and try again."));
    }
}
