package org.parley.api.conversation;

import java.util.List;

/**
 * Part of a log.
 *
 * @param entries oldest first, numbers without gaps; maybe empty
 * @param head the number of the log's newest entry, 0 when it is empty
 */
public record EntryPage(List<Entry> entries, long head) {
    public EntryPage {
        entries = List.copyOf(entries);
    }
}
