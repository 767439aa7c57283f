package org.parley.bench;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.parley.bench.load.Times;

/** The plan of this run; every part is a system property, and CONTRIBUTING.md lists them. */
final class Plan {

    private final Set<String> only =
            Stream.of(listed("bench.only", "")).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());

    static Plan asked() {
        return new Plan();
    }

    boolean has(String workload) {
        return only.isEmpty() || only.contains(workload);
    }

    /** Whether the workload was asked for by name. */
    boolean asksFor(String workload) {
        return only.contains(workload);
    }

    int rounds() {
        return Integer.parseInt(text("bench.rounds", "3"));
    }

    /** How many conversations or connections the closed loops have. */
    IntStream sizesUpTo(int most) {
        return Stream.of(listed("bench.sizes", "10,100,500"))
                .mapToInt(Integer::parseInt)
                .filter(size -> size <= most);
    }

    IntStream idle() {
        return Stream.of(listed("bench.idle", "1000,5000")).mapToInt(Integer::parseInt);
    }

    LongStream growth() {
        return Stream.of(listed("bench.growth", "0,500000,1000000,2000000")).mapToLong(Long::parseLong);
    }

    int starts() {
        return Integer.parseInt(text("bench.starts", "2000"));
    }

    /** How often each step of an arrival is done. */
    int arrivals() {
        return Integer.parseInt(text("bench.arrivals", "1000"));
    }

    /** How many come back at once. */
    int storm() {
        return Integer.parseInt(text("bench.storm", "5000"));
    }

    /** How many of so many connected visitors wait. */
    Stream<int[]> waiting() {
        return pairs("bench.waiting", "0/5000,3000/5000");
    }

    /** How many wait while so many operators are busy. */
    Stream<int[]> crowds() {
        return pairs("bench.crowds", "10/5,10000/2000");
    }

    /** How long the soak lasts. */
    double minutes() {
        return number("bench.minutes", "120");
    }

    /** Whether this run gets a line in {@code docs/performance-history.csv}. */
    boolean keepsHistory() {
        return Boolean.parseBoolean(text("bench.history", "false"));
    }

    Times times() {
        return new Times(
                number("bench.first", "8"),
                number("bench.warm", "2"),
                number("bench.seconds", "5"),
                number("bench.quiet", "60"));
    }

    private static double number(String property, String otherwise) {
        return Double.parseDouble(text(property, otherwise));
    }

    private static Stream<int[]> pairs(String property, String otherwise) {
        return Stream.of(listed(property, otherwise))
                .map(pair ->
                        Stream.of(pair.split("/")).mapToInt(Integer::parseInt).toArray());
    }

    private static String[] listed(String property, String otherwise) {
        return text(property, otherwise).split(",");
    }

    /** A property that Maven passes on without a value counts as not given. */
    private static String text(String property, String otherwise) {
        String value = System.getProperty(property, "");
        return value.isBlank() ? otherwise : value;
    }
}
