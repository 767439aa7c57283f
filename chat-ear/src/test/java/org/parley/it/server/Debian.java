package org.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs that the tests need beside Java: the installed one, else Debian's package when this is root. */
public final class Debian {

    private static final List<Path> FOLDERS = Stream.concat(
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)),
                    Stream.of("/usr/bin", "/usr/local/bin", "/usr/sbin", "/usr/local/sbin", "/snap/bin"))
            .filter(folder -> !folder.isBlank())
            .map(Path::of)
            .toList();

    private Debian() {}

    public static Optional<Path> installed(List<String> names) {
        return FOLDERS.stream()
                .flatMap(folder -> names.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A failure shows afterwards, because the program is still missing. */
    public static void install(String name) {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return;
        }
        // Another process of this test run may want the same, and apt-get does not wait for another one.
        try (FileChannel turn = FileChannel.open(
                Workshop.TARGET.resolve("apt-get.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            turn.lock();
            System.out.println("Tests: no " + name + " here, installing Debian's package");
            run("apt-get", "update");
            run("apt-get", "install", "-y", "--no-install-recommends", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            Process process = builder.start();
            if (!process.waitFor(8, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            System.out.println("Tests: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
