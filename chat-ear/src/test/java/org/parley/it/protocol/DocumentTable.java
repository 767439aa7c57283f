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

/** One table of a document, whose first column names the rows. */
record DocumentTable(List<String> columns, Map<String, List<String>> rows) {
    private static final Path DOCUMENTS =
            Path.of("").toAbsolutePath().getParent().resolve("docs");

    /** The last column of commands, which is nobody. */
    private static final String OPEN_TO = "open to";

    /** @param first the title of its first column */
    static DocumentTable read(String document, String first) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        List<String> columns = new ArrayList<>();
        for (String line : lines(document)) {
            List<String> cells = cells(line);
            if (cells.size() > 1 && cells.get(0).equals(first)) {
                columns.addAll(cells.subList(1, cells.size()));
                columns.remove(OPEN_TO);
            } else if (!columns.isEmpty() && !line.startsWith("|")) {
                break;
            } else if (!columns.isEmpty() && !cells.get(0).startsWith("-")) {
                rows.put(cells.get(0).replace("`", ""), cells.subList(1, columns.size() + 1));
            }
        }
        if (rows.isEmpty()) {
            throw new AssertionError(document + " has no table that begins with " + first);
        }
        return new DocumentTable(columns, rows);
    }

    private static List<String> lines(String document) {
        try {
            return Files.readAllLines(DOCUMENTS.resolve(document));
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
