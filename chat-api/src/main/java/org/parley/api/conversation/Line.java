package org.parley.api.conversation;

import java.util.Map;
import java.util.UUID;
import org.parley.api.command.Command;

/**
 * A command that adds one entry to the log of an open conversation and changes nothing else. Many of them are written in
 * three statements (ADR-0013), so a feature whose entries are as frequent as messages makes its command a line.
 */
public interface Line extends Command<Entry> {
    UUID conversation();

    /** Which kind of entry it becomes, and so in which log it stands. */
    EntryKind kind();

    /** Plain text, 1 to {@code parley.limits.text} UTF-16 units; never HTML. */
    String text();

    /** The author's own; repeating it returns the first entry unchanged. Never null. */
    String id();

    /** Further facts of the kind; empty for most. */
    default Map<String, String> data() {
        return Map.of();
    }
}
