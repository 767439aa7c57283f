package org.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The build's files under {@code target/}, and fresh folders there. */
public final class Workshop {

    public static final Path MODULE =
            Path.of(System.getProperty("parley.it.module", "")).toAbsolutePath();
    public static final Path TARGET = MODULE.resolve("target");

    /** Whether this run may take its time: {@code mvn -Pfull}. */
    public static final boolean FULL = Boolean.getBoolean("parley.it.full");

    private static final AtomicInteger FOLDERS = new AtomicInteger();

    private Workshop() {}

    /** Options of the virtual machine for the servers of this run, from {@code parley.it.jvm}; mostly none. */
    static List<String> jvm() {
        return Stream.of(System.getProperty("parley.it.jvm", "").split(" "))
                .filter(option -> !option.isBlank())
                .toList();
    }

    static Path micro() {
        return ready("servers/payara-micro.jar");
    }

    static Path payara() {
        return ready("servers/payara6");
    }

    public static Path war() {
        return ready("servers/chat.war");
    }

    static Path ear() {
        return ready("chat.ear");
    }

    /** A program of the JDK. */
    static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /** A folder with everything in it. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** A folder with the class {@code Leash}, which ends a server when this JVM ends, even by a signal that runs no hooks. */
    static Path leash() {
        return Leash.COMPILED;
    }

    /** A new folder. */
    public static Path folder(String name) {
        Path folder = TARGET.resolve("it")
                .resolve(name + "-" + ProcessHandle.current().pid() + "-" + FOLDERS.incrementAndGet());
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiled once in a process, because each server would compile the source again. */
    private static final class Leash {
        static final Path COMPILED = folder("leash");

        static {
            int failed = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-d",
                            COMPILED.toString(),
                            MODULE.resolve("src/demo/java/Leash.java").toString());
            if (failed != 0) {
                throw new IllegalStateException("Leash.java does not compile");
            }
        }
    }

    private static Path ready(String name) {
        Path path = TARGET.resolve(name);
        if (!Files.exists(path)) {
            throw new IllegalStateException(path + " is missing: run these tests by Maven, which puts it there");
        }
        return path;
    }
}
