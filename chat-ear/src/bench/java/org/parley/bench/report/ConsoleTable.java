package org.parley.bench.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The results for a reader at the terminal: workloads that share their figures share a table. */
public final class ConsoleTable {

    private ConsoleTable() {}

    public static String of(Results results) {
        StringBuilder text = new StringBuilder();
        Set<Set<String>> headings = new LinkedHashSet<>();
        for (String workload : results.all().keySet()) {
            headings.add(results.spreads(workload).keySet());
        }
        for (Set<String> heading : headings) {
            text.append(table(results, List.copyOf(heading))).append('\n');
        }
        return text.toString();
    }

    private static String table(Results results, List<String> figures) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%n%-26s", "median (least–most)"));
        figures.forEach(figure -> text.append(String.format(Locale.ROOT, " %24s", figure)));
        for (String workload : results.all().keySet()) {
            Map<String, Spread> spreads = results.spreads(workload);
            if (List.copyOf(spreads.keySet()).equals(figures)) {
                text.append(String.format(Locale.ROOT, "%n%-26s", workload));
                spreads.values().forEach(spread -> text.append(String.format(Locale.ROOT, " %24s", cell(spread))));
            }
        }
        return text.toString();
    }

    private static String cell(Spread spread) {
        return number(spread.median()) + " (" + number(spread.least()) + "–" + number(spread.most()) + ")";
    }

    static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
