package org.parley.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.it.server.Workshop;

/** The machine and software of the measurement. */
public final class Machine {

    private Machine() {}

    /** @param postgres its version, or null when none ran */
    public static Map<String, Object> facts(String postgres) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "commit",
                git("rev-parse", "--short", "HEAD")
                        + (git("status", "--porcelain").isEmpty() ? "" : " and changes"));
        facts.put("processors", system.getAvailableProcessors() + " × " + processor());
        facts.put("memory GiB", Math.round(system.getTotalMemorySize() / (double) (1 << 30)));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("Payara Micro", System.getProperty("bench.payara", "?"));
        facts.put("PostgreSQL", postgres == null ? "not used" : postgres);
        for (String file : List.of("java.options", "pre-boot.txt", "post-boot.txt")) {
            facts.put(file, shipped(file));
        }
        for (String property : List.of("bench.options", "bench.commands", "bench.late-commands", "bench.settings")) {
            if (!System.getProperty(property, "").isBlank()) {
                facts.put(property, System.getProperty(property));
            }
        }
        return facts;
    }

    private static List<String> shipped(String file) {
        try {
            return Files.readAllLines(Workshop.MODULE.resolve("src/main/payara").resolve(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static String git(String... words) {
        String[] command = new String[words.length + 1];
        command[0] = "git";
        System.arraycopy(words, 0, command, 1, words.length);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Workshop.MODULE.toFile())
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
