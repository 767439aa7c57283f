package org.parley.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.parley.bench.client.Reactor;
import org.parley.bench.load.DurableRoundTrip;
import org.parley.bench.load.EchoRoundTrip;
import org.parley.bench.load.JdbcCommits;
import org.parley.bench.load.Workload;
import org.parley.bench.report.ConsoleTable;
import org.parley.bench.report.Results;
import org.parley.bench.server.BenchDatabase;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.EchoHost;
import org.parley.bench.server.Trial;

/** Starts the servers, lets every workload run in each round, and reports; see {@code docs/performance.md}. */
public final class Bench implements AutoCloseable {

    private final Plan plan;
    private final Results results = new Results();
    private final Reactor reactor = new Reactor();
    private final Deque<Runnable> ends = new ArrayDeque<>();
    private final Trial trial = Trial.asked();
    private BenchDatabase database;

    private Bench(Plan plan) {
        this.plan = plan;
    }

    public static void main(String[] arguments) {
        try (Bench bench = new Bench(Plan.asked())) {
            bench.run();
        }
    }

    private void run() {
        List<Workload> loops = closedLoops();
        loops.forEach(Workload::prepare);
        rounds(loops);
        System.out.println(ConsoleTable.of(results));
    }

    private List<Workload> closedLoops() {
        List<Workload> workloads = new ArrayList<>();
        if (plan.has("echo-default")) {
            EchoHost host = started(EchoHost::plain, EchoHost::close);
            plan.sizesUpTo(500).forEach(size -> workloads.add(new EchoRoundTrip(plan.times(), reactor, host, size)));
        }
        if (plan.has("echo")) {
            EchoHost host = started(() -> EchoHost.tuned(trial), EchoHost::close);
            plan.sizesUpTo(500).forEach(size -> workloads.add(new EchoRoundTrip(plan.times(), reactor, host, size)));
        }
        if (plan.has("jdbc")) {
            String url = database().fresh();
            plan.sizesUpTo(100).forEach(size -> workloads.add(new JdbcCommits(plan.times(), database(), url, size)));
        }
        if (plan.has("W1")) {
            ChatHost host = started(() -> new ChatHost("W1", database().fresh(), trial), ChatHost::close);
            long pid = database().pid();
            plan.sizesUpTo(500)
                    .forEach(size -> workloads.add(new DurableRoundTrip(plan.times(), reactor, host, pid, size)));
        }
        return workloads;
    }

    private void rounds(List<Workload> workloads) {
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Workload workload : workloads) {
                System.out.println("round " + round + ": " + workload.name());
                results.add(workload.name(), workload.measure());
            }
        }
    }

    private BenchDatabase database() {
        if (database == null) {
            database = started(BenchDatabase::new, BenchDatabase::close);
        }
        return database;
    }

    private <T> T started(Supplier<T> starter, Consumer<T> end) {
        T server = starter.get();
        ends.push(() -> end.accept(server));
        return server;
    }

    @Override
    public void close() {
        reactor.close();
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
    }
}
