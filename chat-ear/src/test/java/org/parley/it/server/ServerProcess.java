package org.parley.it.server;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One life of a server: from its start, through the moment when it answers, to its end. */
public final class ServerProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    /** Not HTTP/2: an upgrade to it while the server starts may deadlock Grizzly's threads for good. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final Path log;

    public ServerProcess(List<String> command, Map<String, String> environment, Path folder, Path log) {
        this.log = log;
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for {@code 200} from the health address; a deployment that failed still lets the server say "ready". */
    public void awaitHealth(URI health) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (status(health) != 200) {
            if (System.nanoTime() > deadline) {
                dumpThreads();
                kill();
                throw new IllegalStateException("no health within " + PATIENCE + "; the log ends with\n" + tail());
            }
            if (endedWithin(250)) {
                throw new IllegalStateException(
                        "the server ended with " + process.exitValue() + "; the log ends with\n" + tail());
            }
        }
    }

    /** Waits for its end, which is no failure. */
    void awaitSuccess() {
        if (!endedWithin(PATIENCE.toMillis()) || process.exitValue() != 0) {
            kill();
            throw new IllegalStateException("it failed; the log ends with\n" + tail());
        }
    }

    public long pid() {
        return process.pid();
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** How many objects of a class are alive, after a full collection. */
    long live(String className) {
        return histogram()
                .filter(columns -> columns.length > 3 && columns[3].equals(className))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .findFirst()
                .orElse(0);
    }

    /** Bytes of all objects that are alive, after a full collection. */
    long heap() {
        return histogram()
                .filter(columns -> columns[0].equals("Total"))
                .mapToLong(columns -> Long.parseLong(columns[2]))
                .findFirst()
                .orElseThrow();
    }

    private Stream<String[]> histogram() {
        return jcmd("GC.class_histogram").lines().map(line -> line.trim().split("\\s+"));
    }

    /** Keeps the classes that it has loaded in a file; a virtual machine that cannot do that leaves none. */
    void archiveClasses(Path file) {
        jcmd("VM.cds", "dynamic_dump", file.toString());
    }

    /** What the virtual machine answers. */
    private String jcmd(String... command) {
        List<String> line = new ArrayList<>(List.of(Workshop.java("jcmd"), Long.toString(process.pid())));
        line.addAll(List.of(command));
        try {
            Process jcmd = new ProcessBuilder(line).redirectErrorStream(true).start();
            String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) {
                throw new IllegalStateException(answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM, and SIGKILL when it has not ended after 20 s. */
    public void stop() {
        process.destroy();
        if (!endedWithin(20_000)) {
            kill();
        }
    }

    private void awaitEnd() {
        try {
            process.onExit().get(30, SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new IllegalStateException("the server does not end", e);
        }
    }

    private boolean endedWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int status(URI health) {
        try {
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Into the log: why does it not answer? */
    private void dumpThreads() {
        try {
            new ProcessBuilder(Workshop.java("jstack"), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor(10, SECONDS);
        } catch (IOException e) {
            // The log is as good as it is.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String tail() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return log + "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 80), lines.size()));
        } catch (IOException e) {
            return log + ": " + e;
        }
    }
}
