package org.parley.ejb.feed;

import java.util.List;
import org.parley.api.conversation.Entry;
import org.parley.api.feed.EntryFeed;
import org.parley.ejb.conversation.row.EntryRow;
import org.parley.ejb.database.NewTransaction;

/** Reads for one reader, page by page. */
final class Follower {
    private final String name;
    private final EntryPages pages;
    private final NewTransaction transactions;
    private final EntryFeed.Reader reader;
    private volatile boolean ended;

    Follower(String name, EntryPages pages, NewTransaction transactions, EntryFeed.Reader reader) {
        this.name = name;
        this.pages = pages;
        this.transactions = transactions;
        this.reader = reader;
    }

    /** Stops after the current page. */
    void end() {
        ended = true;
        transactions.run(() -> pages.release(name));
    }

    /** Reads until nothing is left, unless another node reads. */
    void read() {
        boolean more = true;
        while (more && !ended && transactions.call(() -> pages.hold(name))) {
            more = transactions.call(this::readPage);
        }
    }

    /** @return whether there may be more */
    private boolean readPage() {
        long place = pages.place(name);
        List<EntryRow> page = pages.after(place);
        if (page.isEmpty()) {
            return false;
        }
        List<Entry> entries = page.stream().map(EntryRow::toEntry).toList();
        reader.read(entries);
        pages.move(name, place, page.get(page.size() - 1).written());
        return true;
    }
}
