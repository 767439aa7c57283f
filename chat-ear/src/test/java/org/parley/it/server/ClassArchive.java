package org.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An archive of the server's classes, which the virtual machine need not read and verify again: it saves a quarter of a
 * start. The first server that is up gives its classes. Servers that start meanwhile, or on a virtual machine that makes
 * none, do without.
 */
final class ClassArchive {

    private static final Path FILE = MicroRuntime.home().resolve("classes.jsa");

    private ClassArchive() {}

    /** The options by which a server uses it or, where there is none, may give its classes. */
    static List<String> options() {
        return Files.exists(FILE)
                ? List.of("-XX:SharedArchiveFile=" + FILE)
                : List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+RecordDynamicDumpInfo");
    }

    /** Makes it of the classes of this server, unless somebody has tried that already. */
    static void makeOf(ServerProcess server) {
        try {
            Files.createFile(MicroRuntime.home().resolve("classes.tried"));
            Path made = MicroRuntime.home().resolve("classes.made");
            server.archiveClasses(made);
            if (Files.exists(made)) {
                Files.move(made, FILE);
            }
        } catch (FileAlreadyExistsException e) {
            // Another process has made it or is about to.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
