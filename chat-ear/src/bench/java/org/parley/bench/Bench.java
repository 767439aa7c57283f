package org.parley.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.parley.bench.client.Reactor;
import org.parley.bench.load.Besieged;
import org.parley.bench.load.DurableRoundTrip;
import org.parley.bench.load.EchoRoundTrip;
import org.parley.bench.load.Growth;
import org.parley.bench.load.Idle;
import org.parley.bench.load.JdbcCommits;
import org.parley.bench.load.MissedEntries;
import org.parley.bench.load.Starts;
import org.parley.bench.load.Times;
import org.parley.bench.load.Workload;
import org.parley.bench.report.Machine;
import org.parley.bench.report.Report;
import org.parley.bench.report.Results;
import org.parley.bench.server.BenchDatabase;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.EchoHost;
import org.parley.bench.server.Host;
import org.parley.bench.server.Trial;
import org.parley.bench.server.WildFlyHost;
import org.parley.it.client.Siege;

/** Starts the servers, lets every workload run in each round, and reports; see {@code docs/performance.md}. */
public final class Bench implements AutoCloseable {

    private static final int MOST_LOOPS = 500;
    private static final int MOST_DATABASE_CONNECTIONS = 100;

    private final Plan plan;
    private final Times times;
    private final Results results = new Results();
    private final Reactor reactor = new Reactor();
    private final Deque<Runnable> ends = new ArrayDeque<>();
    private BenchDatabase database;
    private ChatHost chat;
    private Host tunedEcho;

    private Bench(Plan plan) {
        this.plan = plan;
        this.times = plan.times();
    }

    public static void main(String[] arguments) {
        try (Bench bench = new Bench(Plan.asked())) {
            bench.run();
        }
    }

    private void run() {
        try {
            inTurns(loops());
            inTurns(idle());
            growth();
        } finally {
            report(); // figures from before a failure still count
        }
    }

    private void report() {
        Report report = new Report(results, Machine.facts(database == null ? null : database.version()));
        report.print();
        report.write();
    }

    private List<Workload> loops() {
        List<Workload> workloads = new ArrayList<>();
        if (plan.has("echo-default")) {
            echo(workloads, started(EchoHost::plain, EchoHost::close));
        }
        if (plan.has("echo")) {
            echo(workloads, tunedEcho());
        }
        if (plan.asksFor("wildfly-echo")) {
            echo(workloads, started(WildFlyHost::new, WildFlyHost::close));
        }
        if (plan.has("jdbc")) {
            String url = database().fresh();
            plan.sizesUpTo(MOST_DATABASE_CONNECTIONS)
                    .forEach(size -> workloads.add(new JdbcCommits(times, database(), url, size)));
        }
        if (plan.has("W1")) {
            plan.sizesUpTo(MOST_LOOPS).forEach(size -> workloads.add(roundTrip(chat(), size)));
        }
        if (plan.has("W3")) {
            workloads.add(new Starts(reactor, chat(), database().pid(), plan.starts()));
        }
        if (plan.has("W5")) {
            DurableRoundTrip pair = roundTrip(chat(), 1);
            Stream.of(Siege.Attack.values()).forEach(attack -> workloads.add(new Besieged(pair, chat(), attack)));
        }
        if (plan.has("W4")) {
            workloads.add(new MissedEntries(reactor, chat(), database().pid()));
        }
        return workloads;
    }

    private void echo(List<Workload> workloads, Host host) {
        plan.sizesUpTo(MOST_LOOPS).forEach(size -> workloads.add(new EchoRoundTrip(times, reactor, host, size)));
    }

    private DurableRoundTrip roundTrip(ChatHost host, int size) {
        return new DurableRoundTrip(times, reactor, host, database().pid(), size);
    }

    private List<Workload> idle() {
        List<Workload> workloads = new ArrayList<>();
        if (plan.has("W2")) {
            plan.idle().forEach(size -> workloads.add(new Idle(times, reactor, chat(), tunedEcho(), size)));
        }
        return workloads;
    }

    /** The database only grows, so its steps cannot take turns; the rounds of each step follow each other. */
    private void growth() {
        if (plan.has("growth")) {
            ChatHost host = started(() -> new ChatHost("growth", database().fresh(), Trial.asked()), ChatHost::close);
            Growth.warmUp(roundTrip(host, 100), host);
            DurableRoundTrip roundTrip = roundTrip(host, 100);
            plan.growth().forEach(entries -> inTurns(List.of(new Growth(roundTrip, host, entries))));
        }
    }

    private void inTurns(List<Workload> workloads) {
        workloads.forEach(Workload::prepare);
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

    private ChatHost chat() {
        if (chat == null) {
            chat = started(() -> new ChatHost("W1", database().fresh(), Trial.asked()), ChatHost::close);
        }
        return chat;
    }

    private Host tunedEcho() {
        if (tunedEcho == null) {
            tunedEcho = started(() -> EchoHost.tuned(Trial.asked()), EchoHost::close);
        }
        return tunedEcho;
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
