package org.parley.it.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * Payara Micro, unpacked once for all servers of a build by its own option {@code --outputlauncher}. Its classes come
 * from plain libraries on a class path then, and a {@link ClassArchive} can hold them.
 */
final class MicroRuntime {

    /** What a server changes, so each start has its own copy. */
    private static final List<String> CHANGED = List.of("config", "docroot", "lib");

    private MicroRuntime() {}

    /** The folder with {@code launch-micro.jar}; other processes may be waiting for it. */
    static Path home() {
        return Holder.HOME;
    }

    /** The same for all servers, because an archive of classes is for one class path. */
    static String classPath() {
        return home().resolve("launch-micro.jar") + File.pathSeparator + home().resolve("leash.jar");
    }

    /** A root folder for one start of a server. */
    static Path root(Path folder) throws IOException {
        Path root = Files.createTempDirectory(folder, "root");
        for (String name : CHANGED) {
            Workshop.copy(home().resolve(name), root.resolve(name));
        }
        return root;
    }

    private static final class Holder {
        static final Path HOME = unpackedOnce();
    }

    private static Path unpackedOnce() {
        try {
            // Another Payara Micro has another time, and gets a folder of its own.
            Path home = Workshop.micro()
                    .resolveSibling("micro-"
                            + Files.getLastModifiedTime(Workshop.micro()).toMillis());
            try (FileChannel channel = FileChannel.open(
                            home.resolveSibling("micro.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(home)) {
                    unpack(home);
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path home) throws IOException {
        Path folder = Workshop.folder("micro");
        Path made = folder.resolve("root");
        ServerProcess process = new ServerProcess(
                List.of(
                        Workshop.java("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + folder,
                        "-jar",
                        Workshop.micro().toString(),
                        "--rootdir",
                        made.toString(),
                        "--outputlauncher"),
                Map.of(),
                folder,
                folder.resolve("unpack.log"));
        process.awaitSuccess();
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(made.resolve("leash.jar")))) {
            jar.putNextEntry(new JarEntry("Leash.class"));
            Files.copy(Workshop.leash().resolve("Leash.class"), jar);
        }
        Files.move(made, home);
    }
}
