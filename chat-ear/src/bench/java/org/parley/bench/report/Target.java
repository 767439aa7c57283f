package org.parley.bench.report;

import java.util.Locale;

/**
 * A target: a figure of this run, mostly against another of the same run.
 *
 * @param key its column in the history
 * @param reached null when the run did not measure it
 * @param most whether the bound is the most, else it is the least
 */
public record Target(String key, String wish, Double reached, double bound, boolean most) {

    public String verdict() {
        if (reached == null) {
            return "not measured";
        }
        return (most ? reached <= bound : reached >= bound) ? "met" : "missed";
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-12s %-72s %s (%s %s)",
                verdict(),
                wish,
                reached == null ? "–" : ConsoleTable.number(reached),
                most ? "at most" : "at least",
                ConsoleTable.number(bound));
    }
}
