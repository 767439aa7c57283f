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
    private boolean frugal;

    public MicroCommand(Path war) {
        this.war = war;
    }

    /** An option of the virtual machine. */
    public MicroCommand option(String option) {
        options.add(option);
        return this;
    }

    /** As an administrator starts it, with the options and settings that Parley ships; see {@code src/main/payara}. */
    public MicroCommand shipped() {
        frugal = false;
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

    /** With as little work for a start as possible: an unpacked server, archived classes, the simplest collector. */
    MicroCommand frugal() {
        frugal = true;
        return this;
    }

    boolean isFrugal() {
        return frugal;
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
        // Which only the packed server looks for.
        frugal = false;
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
            line.add(Workshop.java("java"));
            line.addAll(opens());
            line.addAll(Workshop.jvm());
            line.add("-Djava.io.tmpdir=" + temp);
            line.addAll(options);
            settings.forEach((name, value) -> line.add("-D" + name + "=" + value));
            line.addAll(frugal ? unpacked(folder) : packed());
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

    private static List<String> packed() {
        return List.of(
                "-cp",
                Workshop.micro() + File.pathSeparator + Workshop.leash(),
                "Leash",
                holder(),
                "fish.payara.micro.PayaraMicro");
    }

    private static List<String> unpacked(Path folder) throws IOException {
        List<String> options = new ArrayList<>(ClassArchive.options());
        options.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Dfish.payara.micro.BootJar="
                        + MicroRuntime.home().resolve("launch-micro.jar").toUri(),
                "-Dfish.payara.micro.UnpackDir=" + MicroRuntime.home(),
                "-cp",
                MicroRuntime.classPath(),
                "Leash",
                holder(),
                "fish.payara.micro.impl.PayaraMicroImpl",
                "--rootdir",
                MicroRuntime.root(folder).toString()));
        return options;
    }

    private static String holder() {
        return Long.toString(ProcessHandle.current().pid());
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
