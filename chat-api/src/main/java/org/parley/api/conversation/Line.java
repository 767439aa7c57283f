package org.parley.api.conversation;

import java.util.Map;
import org.parley.api.command.Command;

/**
 * A command that adds one entry to the log of an open conversation and changes nothing else. Many lines are written in
 * three statements (ADR-0013). So a command is a line when its entries are as frequent as messages.
 */
public interface Line extends Command<Entry> {
    ConversationId conversation();

    /** The kind of the entry, which decides its log. */
    EntryKind kind();

    /** Plain text, 1 to {@code parley.limits.text} UTF-16 units; never HTML. */
    String text();

    /** The author's own id; repeating it returns the first entry unchanged. Never null. */
    String id();

    /** Further facts of the kind; empty for most kinds. */
    default Map<String, String> data() {
        return Map.of();
    }
}
