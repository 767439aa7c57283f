package org.parley.it.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The command that starts a Payara Micro. */
public final class MicroCommand {

    private static final String LOOPBACK = "set configs.config.server-config.network-config.network-listeners"
            + ".network-listener.http-listener.address=127.0.0.1";

    private final Path war;
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> commands = new ArrayList<>(List.of(LOOPBACK));
    private final List<String> lateCommands = new ArrayList<>();
    private final List<String> libraries = new ArrayList<>();
    private Path archive;

    public MicroCommand(Path war) {
        this.war = war;
    }

    /** An option of the virtual machine. */
    public MicroCommand option(String option) {
        options.add(option);
        return this;
    }

    /** With the options and the server's settings that Parley ships; see {@code src/main/payara}. */
    public MicroCommand shipped() {
        Path shipped = Workshop.MODULE.resolve("src/main/payara");
        options.add("@" + shipped.resolve("java.options"));
        try {
            commands.addAll(Files.readAllLines(shipped.resolve("pre-boot.txt")));
            lateCommands.addAll(Files.readAllLines(shipped.resolve("post-boot.txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Keeps the classes that it has loaded when it ends. */
    MicroCommand archive(Path file) {
        archive = file;
        return this;
    }

    MicroCommand setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    MicroCommand without(String setting) {
        settings.remove(setting);
        return this;
    }

    /** A command of the server's administrator, run before the server starts. */
    public MicroCommand administer(String command) {
        commands.add(command);
        return this;
    }

    /** A command of the server's administrator, run between the server's start and the application's deployment. */
    public MicroCommand administerLate(String command) {
        lateCommands.add(command);
        return this;
    }

    MicroCommand library(Path jar) {
        libraries.add(jar.toString());
        return this;
    }

    /** @param folder where the server keeps its temporary files */
    public List<String> line(Path folder, int port) {
        try {
            Path temp = Files.createDirectories(folder.resolve("tmp"));
            Path boot = Files.write(folder.resolve("boot.txt"), commands);
            Path late = Files.write(folder.resolve("post-boot.txt"), lateCommands);
            List<String> line = new ArrayList<>();
            line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            line.addAll(opens());
            line.addAll(Workshop.jvm());
            line.add("-Djava.io.tmpdir=" + temp);
            line.addAll(options);
            settings.forEach((name, value) -> line.add("-D" + name + "=" + value));
            line.addAll(leash());
            line.add(Long.toString(ProcessHandle.current().pid()));
            line.add("fish.payara.micro.PayaraMicro");
            line.addAll(List.of("--deploy", war.toString(), "--port", Integer.toString(port)));
            line.addAll(List.of("--nohazelcast", "--disablephonehome"));
            line.addAll(List.of("--prebootcommandfile", boot.toString()));
            line.addAll(List.of("--postbootcommandfile", late.toString()));
            if (!libraries.isEmpty()) {
                line.addAll(List.of("--addlibs", String.join(File.pathSeparator, libraries)));
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> leash() {
        String micro = Workshop.micro().toString();
        return archive == null
                ? List.of("-cp", micro + File.pathSeparator + Workshop.leash(), "Leash")
                // A class path for an archive may contain no folder.
                : List.of(
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-cp",
                        micro,
                        Workshop.leashSource().toString());
    }

    /** The options that {@code java -jar} would read from the manifest. */
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
