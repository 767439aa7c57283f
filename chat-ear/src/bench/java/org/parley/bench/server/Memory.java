package org.parley.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory of a server.
 *
 * @param heap bytes of the objects that live
 * @param resident bytes that the process has of the machine's memory, right after that collection
 */
public record Memory(double heap, double resident) {

    public static Memory of(long pid) {
        // The histogram counts what a full collection has left.
        String total = Jcmd.run(pid, "GC.class_histogram")
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        return new Memory(Double.parseDouble(total.strip().split("\\s+")[2]), resident(pid));
    }

    private static double resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> 1024 * Double.parseDouble(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
