package org.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** {@code chat.war} on Payara Micro, in a process of its own. */
public final class ParleyServer implements Parley, AutoCloseable {

    private static final String LOOPBACK = "set configs.config.server-config.network-config.network-listeners"
            + ".network-listener.http-listener.address=127.0.0.1";

    private final int port = Ports.free();
    private final Path folder;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> commands = new ArrayList<>(List.of(LOOPBACK));
    private final List<String> libraries = new ArrayList<>();
    private ServerProcess process;

    private ParleyServer(Database database) {
        folder = Workshop.folder("micro-" + database.name().toLowerCase(java.util.Locale.ROOT));
        settings.putAll(TestSettings.COMMON);
        settings.put("parley.data", folder.resolve("data").toString());
        settings.putAll(database.settings());
    }

    public static ParleyServer on(Database database) {
        return new ParleyServer(database);
    }

    public ParleyServer with(String setting, Object value) {
        settings.put(setting, value.toString());
        return this;
    }

    /** A command of the server's administrator, run before the application is deployed. */
    public ParleyServer administer(String command) {
        commands.add(command);
        return this;
    }

    /** A library of the administrator's, such as a JDBC driver. */
    public ParleyServer library(Path jar) {
        libraries.add(jar.toString());
        return this;
    }

    public ParleyServer without(String setting) {
        settings.remove(setting);
        return this;
    }

    /** Returns when the health address says that the application is up. */
    public ParleyServer start() {
        process = new ServerProcess(command(), Map.of(), folder, folder.resolve("server.log"));
        process.awaitHealth(at("/api/v1/health"));
        return this;
    }

    /** SIGKILL. A {@link #start} afterwards uses the same port and the same data. */
    public void kill() {
        process.kill();
    }

    public void stop() {
        process.stop();
    }

    @Override
    public void close() {
        if (process != null) {
            process.stop();
        }
    }

    @Override
    public URI origin() {
        return URI.create("http://localhost:" + port);
    }

    private List<String> command() {
        try {
            Path temp = Files.createDirectories(folder.resolve("tmp"));
            Path boot = Files.write(folder.resolve("boot.txt"), commands);
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(opens());
            command.addAll(List.of("-Xmx512m", "-Djava.io.tmpdir=" + temp));
            settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
            command.addAll(List.of("-cp", Workshop.micro().toString()));
            command.addAll(List.of(
                    Workshop.leash().toString(),
                    Long.toString(ProcessHandle.current().pid())));
            command.add("fish.payara.micro.PayaraMicro");
            command.addAll(List.of("--deploy", Workshop.war().toString(), "--port", Integer.toString(port)));
            command.addAll(List.of("--nocluster", "--nohazelcast", "--disablephonehome"));
            command.addAll(List.of("--prebootcommandfile", boot.toString()));
            if (!libraries.isEmpty()) {
                command.addAll(List.of("--addlibs", String.join(java.io.File.pathSeparator, libraries)));
            }
            return command;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code java -jar} would read from the manifest by itself. */
    private static List<String> opens() throws IOException {
        try (JarFile micro = new JarFile(Workshop.micro().toFile())) {
            Attributes manifest = micro.getManifest().getMainAttributes();
            return Stream.concat(
                            options("--add-opens=", manifest.getValue("Add-Opens")),
                            options("--add-exports=", manifest.getValue("Add-Exports")))
                    .toList();
        }
    }

    private static Stream<String> options(String option, String packages) {
        return Stream.of(packages.split(" ")).map(name -> option + name + "=ALL-UNNAMED");
    }
}
