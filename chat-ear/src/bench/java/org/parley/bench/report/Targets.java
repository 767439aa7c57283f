package org.parley.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.parley.bench.load.Besieged;
import org.parley.bench.load.Growth;
import org.parley.bench.load.Idle;
import org.parley.bench.load.Sample;
import org.parley.it.client.Siege;

/** The targets of the benchmark; the medians decide. */
public final class Targets {

    private static final String DEFAULT = "echo default 100";
    private static final String TUNED = "echo tuned 100";
    private static final String CHAT = "W1 100";

    private final Results results;
    private final List<Target> targets = new ArrayList<>();

    private Targets(Results results) {
        this.results = results;
    }

    public static List<Target> of(Results results) {
        Targets all = new Targets(results);
        all.loops();
        for (int connections : new int[] {1000, 5000}) {
            String idle = "W2 idle " + connections;
            all.add(
                    connections + " idle connections: heap of one, against the bare endpoint's",
                    all.of(idle, Idle.CHAT_HEAP, idle, Idle.ECHO_HEAP, (chat, echo) -> chat / echo),
                    1.3,
                    true);
        }
        for (Siege.Attack attack : Siege.Attack.values()) {
            all.add(
                    "a message's p50 while slow clients hang on " + attack + ", against quiet",
                    results.median(Besieged.name(attack), Besieged.RATIO).orElse(null),
                    2,
                    true);
        }
        all.growth();
        return all.targets;
    }

    private void loops() {
        add("tuned echo, messages against the default one", rates(TUNED, DEFAULT), 2, false);
        add(
                "tuned echo, p99 in ms at 100 connections",
                results.median(TUNED, Sample.P99).orElse(null),
                20,
                true);
        add("W1 at 100, messages against the tuned echo", rates(CHAT, TUNED), 0.8, false);
        add("W1 at 100, messages against single-row commits", rates(CHAT, "single-row commits 100"), 1, false);
        add(
                "W1 at 100, p99 against twice the tuned echo's and 5 ms",
                of(CHAT, Sample.P99, TUNED, Sample.P99, (chat, echo) -> chat / (2 * echo + 5)),
                1,
                true);
        add("W1 at 500, messages against W1 at 100, at least", rates("W1 500", CHAT), 0.8, false);
        add("W1 at 500, messages against W1 at 100, at most", rates("W1 500", CHAT), 1.2, true);
    }

    private void growth() {
        Double ratio =
                of(Growth.name(2_000_000), Sample.RATE, Growth.name(0), Sample.RATE, (full, empty) -> empty / full);
        add("W1 at 100, time of a message with 2 million entries against none, at most", ratio, 1.15, true);
        add("W1 at 100, time of a message with 2 million entries against none, at least", ratio, 0.85, false);
    }

    private Double rates(String one, String other) {
        return of(one, Sample.RATE, other, Sample.RATE, (a, b) -> a / b);
    }

    private Double of(String one, String figure, String other, String otherFigure, DoubleBinaryOperator ratio) {
        return results.median(one, figure)
                .flatMap(a -> results.median(other, otherFigure).map(b -> ratio.applyAsDouble(a, b)))
                .orElse(null);
    }

    private void add(String wish, Double reached, double bound, boolean most) {
        targets.add(new Target(wish, reached, bound, most));
    }
}
