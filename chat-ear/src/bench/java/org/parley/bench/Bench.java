package org.parley.bench;

import java.util.List;
import java.util.Map;
import org.parley.bench.client.Reactor;
import org.parley.bench.load.Workload;
import org.parley.bench.report.History;
import org.parley.bench.report.Machine;
import org.parley.bench.report.Report;
import org.parley.bench.report.Results;
import org.parley.bench.report.Target;
import org.parley.bench.report.Targets;

/** Starts the servers, lets every workload run in each round, and reports; see {@code docs/performance.md}. */
public final class Bench {

    private final Plan plan;
    private final Results results = new Results();

    private Bench(Plan plan) {
        this.plan = plan;
    }

    public static void main(String[] arguments) {
        new Bench(Plan.asked()).run();
    }

    private void run() {
        try (Reactor reactor = new Reactor();
                Servers servers = new Servers()) {
            Workloads workloads = new Workloads(plan, reactor, servers);
            try {
                inTurns(workloads.loops());
                inTurns(workloads.idle());
                inTurns(workloads.firstMinutes());
                workloads.steps().forEach(step -> inTurns(List.of(step)));
            } finally {
                report(servers); // figures from before a failure still count
            }
        }
    }

    private void report(Servers servers) {
        Map<String, Object> machine = Machine.facts(servers.databaseVersion());
        List<Target> targets = Targets.of(results);
        Report report = new Report(results, machine, targets);
        report.print();
        report.write();
        new History(machine, targets).tell(plan.keepsHistory());
    }

    private void inTurns(List<Workload> workloads) {
        workloads.forEach(Workload::prepare);
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Workload workload : workloads) {
                System.out.println("round " + round + ": " + workload.name());
                results.add(workload.name(), workload.measure());
            }
        }
        workloads.forEach(Workload::end);
    }
}
