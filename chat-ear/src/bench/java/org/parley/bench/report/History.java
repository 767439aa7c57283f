package org.parley.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.it.server.Workshop;

/** A run's line in {@code docs/performance-history.csv}, whose first line names the columns. */
public final class History {

    private static final Path FILE = Workshop.MODULE.resolveSibling("docs/performance-history.csv");

    private final Map<String, String> cells = new HashMap<>();

    public History(Map<String, Object> machine, List<Target> targets) {
        cells.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        cells.put("commit", machine.get("commit").toString());
        cells.put("machine", machine.get("processors").toString().replace(',', ' '));
        targets.stream()
                .filter(target -> target.reached() != null)
                .forEach(target -> cells.put(target.key(), number(target.reached())));
    }

    private static String number(double value) {
        return new BigDecimal(value).round(new MathContext(3)).toPlainString();
    }

    /** @param keeping whether the line is appended, else it is only printed */
    public void tell(boolean keeping) {
        try {
            String columns = Files.readAllLines(FILE).get(0);
            String line = Stream.of(columns.split(","))
                    .map(column -> cells.getOrDefault(column, ""))
                    .collect(Collectors.joining(","));
            System.out.println("\n" + FILE.getFileName() + ":\n" + columns + "\n" + line);
            if (keeping) {
                Files.writeString(FILE, line + "\n", StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
