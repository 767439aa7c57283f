package org.parley.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a server holds that must not grow while it only works.
 *
 * @param heap bytes of the objects that live after a full collection
 * @param threads of its process
 * @param files that it has open, sockets among them
 */
public record Holdings(double heap, double threads, double files) {

    public static Holdings of(long pid) {
        return new Holdings(Memory.of(pid).heap(), count(pid, "task"), count(pid, "fd"));
    }

    private static double count(long pid, String folder) {
        try (Stream<Path> parts = Files.list(Path.of("/proc", Long.toString(pid), folder))) {
            return parts.count();
        } catch (IOException e) {
            return 0;
        }
    }
}
