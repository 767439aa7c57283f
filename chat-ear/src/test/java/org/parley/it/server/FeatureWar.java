package org.parley.it.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** {@code chat.war} with one more library, a feature that is compiled here; the rest stays as it was built. */
public final class FeatureWar {
    private final Path folder = Workshop.folder("feature");

    private FeatureWar() {}

    /** @param sources the folder with its {@code java} and its {@code resources} */
    public static Path with(Path sources) {
        try {
            return new FeatureWar().build(sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path build(Path sources) throws IOException {
        Path war = Files.copy(Workshop.war(), folder.resolve("chat.war"));
        try (FileSystem archive = FileSystems.newFileSystem(war)) {
            copy(archive.getPath("WEB-INF/classes"), folder.resolve("classes"));
            copy(archive.getPath("WEB-INF/lib"), folder.resolve("lib"));
            Path library = folder.resolve("feature.jar");
            jar(library, compile(sources), sources);
            Files.copy(library, archive.getPath("WEB-INF/lib/feature.jar"));
        }
        return war;
    }

    private Path compile(Path sources) throws IOException {
        Path compiled = Files.createDirectories(folder.resolve("compiled"));
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-d",
                compiled.toString(),
                "-cp",
                String.join(
                        File.pathSeparator,
                        folder.resolve("classes").toString(),
                        folder.resolve("lib") + File.separator + "*",
                        System.getProperty("java.class.path"))));
        files(sources.resolve("java"))
                .filter(file -> file.toString().endsWith(".java"))
                .forEach(file -> arguments.add(file.toString()));
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The feature does not compile");
        }
        return compiled;
    }

    private static void jar(Path library, Path compiled, Path sources) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(library, Map.of("create", "true"))) {
            copy(compiled, jar.getPath("/"));
            copy(sources.resolve("resources"), jar.getPath("/"));
            Files.createDirectories(jar.getPath("/META-INF"));
            Files.writeString(jar.getPath("/META-INF/beans.xml"), "");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from).toList()) {
            Path copy = to.resolve(from.relativize(file).toString());
            if (copy.getParent() != null) {
                Files.createDirectories(copy.getParent());
            }
            Files.copy(file, copy);
        }
    }

    private static Stream<Path> files(Path folder) throws IOException {
        return Files.walk(folder).filter(Files::isRegularFile);
    }
}
