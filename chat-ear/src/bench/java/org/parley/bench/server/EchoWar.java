package org.parley.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A WAR with the echo endpoints and nothing else. */
final class EchoWar {

    private static final List<Class<?>> CLASSES = List.of(EchoEndpoint.class, BlockingEchoEndpoint.class);

    private EchoWar() {}

    static Path in(Path folder) {
        Path war = folder.resolve("echo.war");
        try (OutputStream file = Files.newOutputStream(war);
                JarOutputStream jar = new JarOutputStream(file)) {
            for (Class<?> type : CLASSES) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry("WEB-INF/classes/" + name));
                try (InputStream code = type.getClassLoader().getResourceAsStream(name)) {
                    code.transferTo(jar);
                }
                jar.closeEntry();
            }
            jar.putNextEntry(new JarEntry("index.html"));
            jar.write("<!doctype html><title>echo</title>".getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
            return war;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
