package org.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An archive of a server's classes, which the virtual machine need not read and verify again: it saves a fifth of a
 * start. The first process of tests makes it. Servers that start meanwhile, or on a virtual machine that makes none, do
 * without.
 */
final class ClassArchive {

    private static final Path FILE = Workshop.TARGET.resolve("servers/payara-micro.jsa");

    private static boolean tried;

    private ClassArchive() {}

    /** The option that uses it, or none. */
    static synchronized List<String> options() {
        if (!tried && !Files.exists(FILE)) {
            tried = true;
            makeUnlessSomebodyDoes();
        }
        return Files.exists(FILE) ? List.of("-XX:SharedArchiveFile=" + FILE) : List.of();
    }

    private static void makeUnlessSomebodyDoes() {
        try (FileChannel channel = FileChannel.open(
                        FILE.resolveSibling("payara-micro.jsa.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null && !Files.exists(FILE)) {
                make();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make() throws IOException {
        Path folder = Workshop.folder("class-archive");
        Path made = folder.resolve("payara-micro.jsa");
        int port = Ports.free();
        MicroCommand command = new MicroCommand(Workshop.war()).archive(made);
        TestSettings.COMMON.forEach(command::setting);
        command.setting("parley.data", folder.resolve("data").toString());
        ServerProcess process =
                new ServerProcess(command.line(folder, port), Map.of(), folder, folder.resolve("server.log"));
        process.awaitHealth(URI.create("http://localhost:" + port + "/chat/api/v1/health"));
        process.stop(Duration.ofSeconds(120));
        if (Files.exists(made)) {
            Files.move(made, FILE);
        }
    }
}
