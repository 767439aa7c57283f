package org.parley.api.feed;

import java.util.List;
import org.parley.api.conversation.Entry;

/**
 * All logs as one stream, for readers that may miss nothing: search, reports, webhooks. Each committed entry is read at
 * least once, the entries of one log in the order of their numbers, also when transactions commit in another order than
 * they wrote. The database keeps each reader's place, so a reader goes on after a restart. Merges are entries of the
 * logs that they join (ADR-0026). Live news that may be lost is in {@link org.parley.api.event.EventFeed}.
 */
public interface EntryFeed {

    /** Where a new reader begins. */
    enum Start {
        /** With the oldest entry of all. */
        OLDEST,

        /** With the next entry. */
        NOW
    }

    /** Takes entries, some at a time. */
    interface Reader {
        /**
         * Runs in the transaction that also stores the reader's place, so its own writes to the same database happen
         * once. It should take seconds, not minutes.
         *
         * @param entries 1 to 500, of many conversations; in the order of their numbers within each log
         * @throws RuntimeException when the entries could not be taken; they come again after a pause
         */
        void read(List<Entry> entries);
    }

    /** Reading that goes on until it is closed. */
    interface Reading extends AutoCloseable {
        /** Stops reading; the place stays. */
        @Override
        void close();
    }

    /**
     * Reads from now on, one batch after the other, on a thread of the container. Of several nodes one reads at a time.
     *
     * @param name of the reader, 1 to 40 characters; its place is kept under this name forever
     */
    Reading follow(String name, Start start, Reader reader);
}
