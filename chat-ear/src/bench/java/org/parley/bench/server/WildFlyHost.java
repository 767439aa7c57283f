package org.parley.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.it.server.Ports;
import org.parley.it.server.ServerProcess;
import org.parley.it.server.Workshop;

/** WildFly as it comes, with the echo endpoints; for the record. */
public final class WildFlyHost implements Host {

    private final int port = Ports.free();
    private final ServerProcess process;

    public WildFlyHost() {
        Path folder = Workshop.folder("wildfly");
        try {
            Path home = home();
            Path base = folder.resolve("standalone");
            copy(home.resolve("standalone"), base);
            Files.copy(EchoWar.in(folder, false), base.resolve("deployments/echo.war"));
            process = new ServerProcess(line(home, base), Map.of(), folder, folder.resolve("server.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.awaitHealth(URI.create("http://localhost:" + port + "/echo/"));
    }

    private List<String> line(Path home, Path base) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add(Trial.HEAP);
        line.add("-Djboss.home.dir=" + home);
        line.add("-Djboss.server.base.dir=" + base);
        line.add("-Djboss.http.port=" + port);
        line.add("-Djboss.https.port=" + Ports.free());
        line.add("-Djboss.management.http.port=" + Ports.free());
        line.addAll(List.of("-jar", home.resolve("jboss-modules.jar").toString()));
        line.addAll(List.of("-mp", home.resolve("modules").toString(), "org.jboss.as.standalone"));
        return line;
    }

    private static Path home() throws IOException {
        try (Stream<Path> servers = Files.list(Workshop.TARGET.resolve("servers"))) {
            return servers.filter(path -> path.getFileName().toString().startsWith("wildfly-"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "no WildFly: only mvn -Pbench verify -Dbench.only=wildfly-echo brings it"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    @Override
    public String name() {
        return "echo WildFly";
    }

    @Override
    public URI socket() {
        return URI.create("ws://localhost:" + port + "/echo/socket");
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.stop();
    }
}
