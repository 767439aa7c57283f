package org.parley.it.server;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code chat.ear} on a full Payara Server, with a domain and ports of its own, its settings from the environment. */
public final class EarServer implements Parley {

    private static final String MAIN = "com.sun.enterprise.glassfish.bootstrap.ASMain";

    private final int port = Ports.free();
    private final Path folder = Workshop.folder("payara");
    private final Path domain = folder.resolve("domains/parley");
    private ServerProcess process;

    /** The server of {@link Installation#EAR_H2}, which goes on after a class that may deploy the application anew. */
    public static EarServer shared() {
        return (EarServer) Installation.EAR_H2.parley();
    }

    /** Ends it for good. */
    public void close() {
        process.kill();
    }

    /** Returns when the health address says that the application is up. */
    EarServer start() {
        try {
            makeDomain();
            process = new ServerProcess(command(), environment(), folder, folder.resolve("server.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.awaitHealth(at("/api/v1/health"));
        return this;
    }

    /** Copies the same application there again, as an administrator would; the server redeploys it. */
    public void redeploy() {
        Path ear = domain.resolve("autodeploy/chat.ear");
        // The server touches it each time that it has deployed the file.
        Path deployed = domain.resolve("autodeploy/chat.ear_deployed");
        try {
            await().until(() -> Files.exists(deployed));
            FileTime before = Files.getLastModifiedTime(deployed);
            Files.setLastModifiedTime(
                    ear, FileTime.fromMillis(Files.getLastModifiedTime(ear).toMillis() + 10_000));
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> Files.exists(deployed)
                            && Files.getLastModifiedTime(deployed).compareTo(before) > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.awaitHealth(at("/api/v1/health"));
    }

    @Override
    public URI origin() {
        return URI.create("http://localhost:" + port);
    }

    private void makeDomain() throws IOException {
        Workshop.copy(Workshop.payara().resolve("glassfish/domains/domain1"), domain);
        Path xml = domain.resolve("config/domain.xml");
        Files.writeString(xml, withOwnPorts(Files.readString(xml)));
        Path autodeploy = Files.createDirectories(domain.resolve("autodeploy"));
        Files.copy(Workshop.ear(), autodeploy.resolve("chat.ear"));
    }

    private String withOwnPorts(String xml) {
        String own = xml.replace(
                "<network-listener port=\"8080\"", "<network-listener address=\"127.0.0.1\" port=\"" + port + "\"");
        for (String standard : List.of("8181", "4848", "3700", "3820", "3920", "8686", "5900", "4900")) {
            own = own.replace("port=\"" + standard + "\"", "port=\"" + Ports.free() + "\"");
        }
        return own.replace("osgi.shell.telnet.port=6666", "osgi.shell.telnet.port=" + Ports.free())
                .replace("JMS_PROVIDER_PORT\" value=\"7676\"", "JMS_PROVIDER_PORT\" value=\"" + Ports.free() + "\"");
    }

    /**
     * The command of {@code asadmin start-domain}, to be our own child process: a plain start would leave it without a
     * parent.
     */
    private List<String> command() throws IOException {
        Process asadmin = new ProcessBuilder(
                        Workshop.payara().resolve("bin/asadmin").toString(),
                        "start-domain",
                        "--domaindir",
                        domain.getParent().toString(),
                        "--dry-run",
                        "parley")
                .redirectErrorStream(true)
                .start();
        List<String> said = new String(asadmin.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        int main = said.indexOf(MAIN);
        if (main < 0) {
            throw new IllegalStateException("asadmin gave no command:\n" + String.join("\n", said));
        }
        List<String> command = new ArrayList<>(said.subList(1, said.size()));
        command.subList(command.indexOf("-asadmin-classname") + 2, command.size())
                .removeIf(line -> line.isBlank() || line.startsWith("Command "));
        command.set(command.indexOf("-read-stdin") + 1, "false");
        command.addAll(1, Workshop.jvm());
        int classes = command.indexOf("-cp") + 1;
        command.set(classes, command.get(classes) + File.pathSeparator + Workshop.leash());
        command.addAll(
                command.indexOf(MAIN),
                List.of("Leash", Long.toString(ProcessHandle.current().pid())));
        return command;
    }

    private Map<String, String> environment() {
        Map<String, String> settings = new HashMap<>(TestSettings.COMMON);
        settings.put("parley.data", folder.resolve("data").toString());
        Map<String, String> environment = new HashMap<>();
        settings.forEach((name, value) ->
                environment.put(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), value));
        return environment;
    }
}
