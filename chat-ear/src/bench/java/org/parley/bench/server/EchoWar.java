package org.parley.bench.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.parley.it.server.Workshop;

/** A WAR with the echo endpoints and nothing else. */
final class EchoWar {

    private static final List<Class<?>> CLASSES = List.of(EchoEndpoint.class);

    private static final String TYRUS = "WEB-INF/classes/org/parley/web/tyrus/";

    private EchoWar() {}

    /** @param tuned with what Parley does about its own sockets */
    static Path in(Path folder, boolean tuned) {
        Path war = folder.resolve("echo.war");
        try (OutputStream file = Files.newOutputStream(war);
                JarOutputStream jar = new JarOutputStream(file)) {
            for (Class<?> type : CLASSES) {
                String name = type.getName().replace('.', '/') + ".class";
                try (InputStream code = type.getClassLoader().getResourceAsStream(name)) {
                    put(jar, "WEB-INF/classes/" + name, code);
                }
            }
            if (tuned) {
                copyTyrus(jar);
            }
            put(
                    jar,
                    "index.html",
                    new ByteArrayInputStream("<!doctype html><title>echo</title>".getBytes(StandardCharsets.UTF_8)));
            return war;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyTyrus(JarOutputStream jar) throws IOException {
        try (JarFile chat = new JarFile(Workshop.war().toFile())) {
            List<JarEntry> entries = chat.stream()
                    .filter(entry -> entry.getName().startsWith(TYRUS) && !entry.isDirectory())
                    .toList();
            for (JarEntry entry : entries) {
                try (InputStream code = chat.getInputStream(entry)) {
                    put(jar, entry.getName(), code);
                }
            }
        }
    }

    private static void put(JarOutputStream jar, String name, InputStream content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        content.transferTo(jar);
        jar.closeEntry();
    }
}
