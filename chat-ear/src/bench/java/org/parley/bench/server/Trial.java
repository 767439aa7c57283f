package org.parley.bench.server;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.it.server.MicroCommand;

/**
 * Settings that are tried out beside the shipped ones: {@code -Dbench.options} for the virtual machine and
 * {@code -Dbench.commands} for the server's administrator, separated by {@code ;}.
 */
public record Trial(List<String> options, List<String> commands, List<String> settings) {

    /** The same for every server, so that memory can be compared. */
    static final String HEAP = "-Xmx1g";

    static final Trial NONE = new Trial(List.of(), List.of(), List.of());

    public static Trial asked() {
        return new Trial(listed("bench.options"), listed("bench.commands"), listed("bench.settings"));
    }

    private static List<String> listed(String property) {
        return Stream.of(System.getProperty(property, "").split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    void apply(MicroCommand command) {
        apply(command::option, command::administer);
    }

    void apply(Consumer<String> option, Consumer<String> command) {
        options.forEach(option);
        commands.forEach(command);
    }
}
