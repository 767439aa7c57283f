package org.parley.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Processor time of processes, as {@code /proc} tells it; zeros where there is none. */
public final class Cpu {

    private static final double TICKS_PER_SECOND = 100;

    private Cpu() {}

    /** Seconds of the process and its children, living and gone. */
    public static double seconds(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToDouble(process -> own(Path.of("/proc", Long.toString(process.pid()), "stat"), true))
                .sum();
    }

    /** Seconds of each group of threads; numbers in a thread's name do not count. */
    public static Map<String, Double> threads(long pid) {
        Map<String, Double> seconds = new TreeMap<>();
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            tasks.forEach(task -> seconds.merge(name(task), own(task.resolve("stat"), false), Double::sum));
        } catch (IOException e) {
            return Map.of();
        }
        return seconds;
    }

    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip().replaceAll("[0-9]+", "n");
        } catch (IOException e) {
            return "gone";
        }
    }

    private static double own(Path stat, boolean withChildren) {
        try {
            String line = Files.readString(stat);
            // The name may hold blanks; the fields after it are numbered from 3 in proc(5).
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
            if (withChildren) {
                ticks += Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }
}
