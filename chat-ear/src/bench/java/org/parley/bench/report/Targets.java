package org.parley.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import org.parley.bench.load.Besieged;
import org.parley.bench.load.Growth;
import org.parley.bench.load.GuestCost;
import org.parley.bench.load.Idle;
import org.parley.bench.load.Sample;
import org.parley.it.client.Siege;

/** The targets of the benchmark; the medians decide. */
public final class Targets {

    private static final String DEFAULT = "echo default 100";
    private static final String TUNED = "echo tuned 100";
    private static final String CHAT = "W1 100";
    private static final long MANY_ENTRIES = 2_000_000;

    private final Results results;
    private final List<Target> targets = new ArrayList<>();

    Targets(Results results) {
        this.results = results;
    }

    public static List<Target> of(Results results) {
        Targets all = new Targets(results);
        all.loops();
        all.idle();
        all.siege();
        all.growth();
        new CrowdTargets(all).add();
        return all.targets;
    }

    private void loops() {
        atLeast("echo tuned/default", "tuned echo, messages against the default one", rates(TUNED, DEFAULT), 2);
        atMost("echo p99 ms", "tuned echo, p99 in ms at 100 connections", median(TUNED, Sample.P99), 20);
        atLeast("W1 100/echo", "W1 at 100, messages against the tuned echo", rates(CHAT, TUNED), 0.8);
        atLeast(
                "W1 100/commits",
                "W1 at 100, messages against single-row commits",
                rates(CHAT, "single-row commits 100"),
                1);
        atMost(
                "W1 100 p99/echo",
                "W1 at 100, p99 against twice the tuned echo's and 5 ms",
                of(CHAT, Sample.P99, TUNED, Sample.P99, (chat, echo) -> chat / (2 * echo + 5)),
                1);
        atLeast(
                "W1 10/commits",
                "W1 at 10, messages against single-row commits",
                rates("W1 10", "single-row commits 10"),
                0.5);
        atLeast("W1 500/100", "W1 at 500, messages against W1 at 100", rates("W1 500", CHAT), 0.8);
    }

    private void idle() {
        for (int connections : new int[] {1000, 5000}) {
            String idle = "W2 idle " + connections;
            atMost(
                    "idle heap " + connections,
                    connections + " idle connections: heap of one, against the bare endpoint's",
                    of(idle, Idle.CHAT_HEAP, idle, Idle.ECHO_HEAP, (chat, echo) -> chat / echo),
                    1.3);
        }
    }

    private void siege() {
        for (Siege.Attack attack : Siege.Attack.values()) {
            atMost(
                    "siege " + attack.name().toLowerCase(Locale.ROOT),
                    "a message's p50 while slow clients hang on " + attack + ", against quiet",
                    median(Besieged.name(attack), Besieged.RATIO),
                    2);
        }
    }

    private void growth() {
        String many = Growth.name(MANY_ENTRIES);
        String none = Growth.name(0);
        same("growth message", "cost of a message with 2 million entries against none", many, none, Sample.COST);
        same("growth hello", "cost of a hello with 2 million entries against none", many, none, GuestCost.HELLO);
        same("growth start", "cost of a start with 2 million entries against none", many, none, GuestCost.START);
    }

    /** One figure of two workloads, which should be the same within 15 %. */
    void same(String key, String wish, String one, String other, String figure) {
        atMost(key, wish, of(one, figure, other, figure, (a, b) -> a / b), 1.15);
    }

    private Double rates(String one, String other) {
        return of(one, Sample.RATE, other, Sample.RATE, (a, b) -> a / b);
    }

    Double of(String one, String figure, String other, String otherFigure, DoubleBinaryOperator ratio) {
        return results.median(one, figure)
                .flatMap(a -> results.median(other, otherFigure).map(b -> ratio.applyAsDouble(a, b)))
                .orElse(null);
    }

    Double median(String workload, String figure) {
        return results.median(workload, figure).orElse(null);
    }

    void atMost(String key, String wish, Double reached, double bound) {
        targets.add(new Target(key, wish, reached, bound, true));
    }

    private void atLeast(String key, String wish, Double reached, double bound) {
        targets.add(new Target(key, wish, reached, bound, false));
    }
}
