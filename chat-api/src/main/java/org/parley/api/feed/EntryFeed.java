package org.parley.api.feed;

import java.util.List;
import org.parley.api.conversation.Entry;

/**
 * All logs as one stream, for readers that must miss nothing: search, reports, webhooks. Each committed entry is read at
 * least once, the entries of one log in the order of their numbers, also when transactions commit in another order than
 * they wrote. The database keeps how far a reader has come, so a reader goes on after a restart. Merges are entries of the
 * logs that they join. See ADR-0026; what may be lost, such as typing, is in {@link org.parley.api.event.EventFeed}.
 */
public interface EntryFeed {

    /** Where a reader begins that has no place yet. */
    enum Start {
        /** With the oldest entry of all. */
        OLDEST,

        /** With the entries that are written from now on. */
        NOW
    }

    /** Takes the entries, some at a time. */
    interface Reader {
        /**
         * Runs in the transaction that also stores the reader's place: what it writes to the same database is written once.
         * It should take seconds, not minutes.
         *
         * @param entries 1 to 500, of many conversations; in the order of their numbers within each log
         * @throws RuntimeException when they could not be taken: the same entries come again after a pause
         */
        void read(List<Entry> entries);
    }

    /** What goes on until it is closed. */
    interface Reading extends AutoCloseable {
        /** Nothing is read from now on; the place stays. */
        @Override
        void close();
    }

    /**
     * Reads from now on, one batch after the other, on a thread of the container. Of several nodes one reads at a time.
     *
     * @param name of the reader, 1 to 40 characters; its place is kept under this name for ever
     */
    Reading follow(String name, Start start, Reader reader);
}
