package org.parley.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.bench.load.Idle;
import org.parley.bench.load.Sample;
import org.parley.it.server.Workshop;

/** The report of a run: a table on the console, and the same in {@code target/bench} as JSON and charts. */
public final class Report {

    private final Results results;
    private final Map<String, Object> machine;
    private final List<Target> targets;

    public Report(Results results, Map<String, Object> machine, List<Target> targets) {
        this.results = results;
        this.machine = machine;
        this.targets = targets;
    }

    public void print() {
        machine.forEach((name, value) -> System.out.printf("%-14s %s%n", name, value));
        System.out.println(ConsoleTable.of(results));
        targets.stream().filter(target -> target.reached() != null).forEach(System.out::println);
    }

    public void write() {
        try {
            Path folder = Files.createDirectories(Workshop.TARGET.resolve("bench"));
            ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
            json.writeValue(folder.resolve("results.json").toFile(), document());
            chart(folder, "throughput", "Messages per second", Sample.RATE);
            chart(folder, "latency-p99", "99th percentile of the latency, ms", Sample.P99);
            chart(folder, "latency-p50", "Median latency, ms", Sample.P50);
            chart(folder, "cost", "Processor time of client, server and database for one, µs", Sample.COST);
            chart(folder, "idle-chat-heap", "Heap of an idle connection of Parley, KiB", Idle.CHAT_HEAP);
            chart(folder, "idle-echo-heap", "Heap of an idle bare connection, KiB", Idle.ECHO_HEAP);
            System.out.println("\nresults.json and charts: " + folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("machine", machine);
        document.put(
                "targets",
                targets.stream()
                        .map(target -> {
                            Map<String, Object> fields = new LinkedHashMap<>();
                            fields.put("wish", target.wish());
                            fields.put("reached", target.reached());
                            fields.put(target.most() ? "at most" : "at least", target.bound());
                            fields.put("verdict", target.verdict());
                            return fields;
                        })
                        .toList());
        Map<String, Object> workloads = new LinkedHashMap<>();
        results.all()
                .forEach((name, samples) -> workloads.put(
                        name,
                        Map.of(
                                "spread",
                                results.spreads(name),
                                "rounds",
                                samples.stream().map(Sample::figures).toList())));
        document.put("workloads", workloads);
        return document;
    }

    private void chart(Path folder, String file, String title, String figure) throws IOException {
        Map<String, Spread> bars = results.all().keySet().stream()
                .filter(name -> results.spreads(name).containsKey(figure))
                .collect(Collectors.toMap(
                        name -> name, name -> results.spreads(name).get(figure), (a, b) -> a, LinkedHashMap::new));
        if (!bars.isEmpty()) {
            Files.writeString(folder.resolve(file + ".svg"), BarChart.of(title, bars));
        }
    }
}
