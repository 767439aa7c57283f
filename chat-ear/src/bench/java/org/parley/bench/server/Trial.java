package org.parley.bench.server;

import java.util.List;
import java.util.stream.Stream;

/**
 * Settings to try beside the shipped ones, separated by {@code ;}.
 *
 * @param options {@code -Dbench.options}, for the virtual machine
 * @param commands {@code -Dbench.commands}, of the administrator before the server starts
 * @param lateCommands {@code -Dbench.late-commands}, after it has started
 * @param settings {@code -Dbench.settings}, Parley's
 */
public record Trial(List<String> options, List<String> commands, List<String> lateCommands, List<String> settings) {

    /** The same for every server, so that memory can be compared. */
    static final String HEAP = "-Xmx1g";

    static final Trial NONE = new Trial(List.of(), List.of(), List.of(), List.of());

    public static Trial asked() {
        return new Trial(
                listed("bench.options"),
                listed("bench.commands"),
                listed("bench.late-commands"),
                listed("bench.settings"));
    }

    private static List<String> listed(String property) {
        return Stream.of(System.getProperty(property, "").split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
