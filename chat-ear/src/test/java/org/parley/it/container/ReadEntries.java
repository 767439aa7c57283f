package org.parley.it.container;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.feed.EntryFeed;

/** A reader of all logs that can be told to fail. */
final class ReadEntries implements EntryFeed.Reader {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private volatile boolean fails;
    private volatile boolean failed;

    @Override
    public void read(List<Entry> batch) {
        if (fails) {
            failed = true;
            throw new IllegalStateException("not now");
        }
        entries.addAll(batch);
    }

    void fail(boolean now) {
        fails = now;
    }

    boolean hasFailed() {
        return failed;
    }

    List<Long> numbers(ConversationId conversation) {
        return entries.stream()
                .filter(entry -> entry.conversation().equals(conversation))
                .map(Entry::seq)
                .toList();
    }
}
