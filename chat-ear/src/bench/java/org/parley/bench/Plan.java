package org.parley.bench;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.bench.load.Times;

/**
 * What this run does; every part is a system property.
 *
 * @param only the workloads; empty means the usual ones
 * @param sizes conversations and connections of the closed loops
 */
record Plan(Set<String> only, int rounds, int[] sizes, Times times) {

    static Plan asked() {
        return new Plan(
                Stream.of(text("bench.only", "").split(","))
                        .filter(name -> !name.isBlank())
                        .collect(Collectors.toUnmodifiableSet()),
                Integer.parseInt(text("bench.rounds", "3")),
                Stream.of(text("bench.sizes", "10,100,500").split(","))
                        .mapToInt(Integer::parseInt)
                        .toArray(),
                new Times(
                        number("bench.first", "8"),
                        number("bench.warm", "2"),
                        number("bench.seconds", "5"),
                        number("bench.quiet", "60")));
    }

    private static double number(String property, String otherwise) {
        return Double.parseDouble(text(property, otherwise));
    }

    /** A property that Maven passes on without a value counts as not given. */
    private static String text(String property, String otherwise) {
        String value = System.getProperty(property, "");
        return value.isBlank() ? otherwise : value;
    }

    boolean has(String workload) {
        return only.isEmpty() || only.contains(workload);
    }

    /** What is done only when asked for by name. */
    boolean asksFor(String workload) {
        return only.contains(workload);
    }

    IntStream sizesUpTo(int most) {
        return IntStream.of(sizes).filter(size -> size <= most);
    }

    int largestSize() {
        return IntStream.of(sizes).max().orElseThrow();
    }
}
