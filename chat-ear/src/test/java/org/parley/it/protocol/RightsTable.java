package org.parley.it.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One table of {@code docs/security.md}: what becomes of each attempt of each person. */
record RightsTable(List<String> people, Map<String, List<String>> rows) {
    private static final Path DOCUMENT =
            Path.of("").toAbsolutePath().getParent().resolve("docs/security.md");

    /** The last column of commands, which is nobody. */
    private static final String OPEN_TO = "open to";

    /** @param first what stands over its first column */
    static RightsTable read(String first) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        List<String> people = new ArrayList<>();
        for (String line : lines()) {
            List<String> cells = cells(line);
            if (cells.size() > 1 && cells.get(0).equals(first)) {
                people.addAll(cells.subList(1, cells.size()));
                people.remove(OPEN_TO);
            } else if (!people.isEmpty() && !line.startsWith("|")) {
                break;
            } else if (!people.isEmpty() && !cells.get(0).startsWith("-")) {
                rows.put(cells.get(0).replace("`", ""), cells.subList(1, people.size() + 1));
            }
        }
        if (rows.isEmpty()) {
            throw new AssertionError("docs/security.md has no table that begins with " + first);
        }
        return new RightsTable(people, rows);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.replaceAll("^\\||\\|$", "").split("\\|"))
                .map(cell -> cell.strip().replaceAll("^`([a-z-]+)`$", "$1"))
                .toList();
    }
}
