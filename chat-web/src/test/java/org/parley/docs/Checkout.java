package org.parley.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project as they lie on the disk; Maven runs the tests in the module's folder. */
public final class Checkout {
    public static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    public static final Path WEBAPP = ROOT.resolve("chat-web/src/main/webapp");

    private Checkout() {}

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sorted; what Maven makes is left out. */
    public static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !ROOT.relativize(file).toString().matches("(.*/)?target/.*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies in the folder itself, sorted. */
    public static List<Path> listed(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> documents() {
        Stream<Path> top =
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(ROOT::resolve);
        return Stream.concat(top, files(ROOT.resolve("docs"), ".md").stream()).toList();
    }

    /** All Java of the modules, tests and demo included. */
    static List<Path> sources() {
        return modules()
                .flatMap(module -> files(module.resolve("src"), ".java").stream())
                .toList();
    }

    /** All files with comments: sources, scripts, styles, build files. */
    static List<Path> written() {
        Stream<Path> inModules = Stream.of(".java", ".js", ".css", ".html", ".sql", ".xml", ".properties")
                .flatMap(suffix -> modules().flatMap(module -> files(module, suffix).stream()));
        return Stream.concat(inModules, Stream.of(ROOT.resolve("pom.xml"))).toList();
    }

    static List<Path> mainSources() {
        return modules()
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder, ".java").stream())
                .toList();
    }

    private static Stream<Path> modules() {
        return Stream.of("chat-api", "chat-ejb", "chat-web", "chat-ear").map(ROOT::resolve);
    }
}
