package org.parley.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.parley.it.server.Workshop;

/**
 * Where a server's time goes during one measurement, by Flight Recorder and {@code /proc}; with
 * {@code -Dbench.profile=true} only, because it costs some of that time itself.
 */
public final class Profile {

    private static final int LINES = 45;

    private final long pid;
    private final Path report;
    private Map<String, Double> threads;
    private Instant from;
    private Instant to;

    private Profile(long pid, Path report) {
        this.pid = pid;
        this.report = report;
    }

    public static boolean isWanted() {
        return Boolean.getBoolean("bench.profile");
    }

    /** Begins to record. */
    public static Profile start(long pid, String name) {
        try {
            Path folder = Files.createDirectories(Workshop.TARGET.resolve("bench"));
            Profile profile = new Profile(pid, folder.resolve("profile-" + name.replace(' ', '-') + ".txt"));
            Jcmd.run(pid, "JFR.start", "name=bench", "settings=profile");
            return profile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From here on it counts. */
    public void open() {
        threads = Cpu.threads(pid);
        from = Instant.now();
    }

    public void close() {
        to = Instant.now();
        Cpu.threads(pid).forEach((name, seconds) -> threads.merge(name, -seconds, Double::sum));
    }

    /** Writes the report beside the recording. */
    public void finish() {
        Path recording = Path.of(report.toString().replace(".txt", ".jfr"));
        Jcmd.run(pid, "JFR.stop", "name=bench", "filename=" + recording);
        try {
            Files.write(report, lines(recording));
            System.out.println("profile: " + report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(Path recording) throws IOException {
        Map<String, Integer> own = new HashMap<>();
        Map<String, Integer> within = new HashMap<>();
        Map<String, Integer> groups = new HashMap<>();
        Map<String, Integer> natives = new HashMap<>();
        int samples = 0;
        for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
            if (event.getStackTrace() == null
                    || event.getStartTime().isBefore(from)
                    || event.getStartTime().isAfter(to)) {
                continue;
            }
            List<String> stack = event.getStackTrace().getFrames().stream()
                    .map(Profile::name)
                    .toList();
            if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                samples++;
                own.merge(stack.get(0), 1, Integer::sum);
                stack.stream().distinct().forEach(frame -> within.merge(frame, 1, Integer::sum));
                groups.merge(group(event), 1, Integer::sum);
            } else if (event.getEventType().getName().equals("jdk.NativeMethodSample")) {
                natives.merge(stack.get(0), 1, Integer::sum);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("processor seconds of the server's threads, system calls included");
        threads.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(LINES)
                .filter(entry -> entry.getValue() < 0)
                .forEach(
                        entry -> lines.add(String.format(Locale.ROOT, "%8.2f  %s", -entry.getValue(), entry.getKey())));
        section(lines, "Java samples by thread", groups, samples);
        section(lines, "Java samples in the method itself", own, samples);
        section(lines, "Java samples in the method and what it calls", within, samples);
        section(
                lines,
                "samples in native code",
                natives,
                natives.values().stream().mapToInt(n -> n).sum());
        return lines;
    }

    private static void section(List<String> lines, String title, Map<String, Integer> counts, int all) {
        lines.add("");
        lines.add(title + " (" + all + ")");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(LINES)
                .forEach(entry -> lines.add(
                        String.format(Locale.ROOT, "%7.1f%%  %s", 100.0 * entry.getValue() / all, entry.getKey())));
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static String group(RecordedEvent event) {
        var thread = event.getThread("sampledThread");
        return thread == null || thread.getJavaName() == null
                ? "?"
                : thread.getJavaName().replaceAll("[0-9]+", "n");
    }
}
