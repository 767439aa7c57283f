package org.parley.web.connection;

import java.util.function.Supplier;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryPage;
import org.parley.web.protocol.ServerFrame;

/**
 * One log on its way to one device, without gaps and without repeats. The next entry is sent as it comes. When one is
 * missing, or the device has just come back, the feed first catches up from the database: events may arrive in another
 * order than their transactions committed.
 */
final class LogFeed {
    private final SendQueue queue;
    private long sent;
    private long wanted;
    private boolean live;

    /** @param sent the newest number that the device has */
    LogFeed(SendQueue queue, long sent, boolean live) {
        this.queue = queue;
        this.sent = sent;
        this.live = live;
    }

    /**
     * @param frame what tells the device of the entry; asked for only when it is sent
     * @return whether the feed has to catch up now
     */
    synchronized boolean offer(Entry entry, Supplier<String> frame) {
        wanted = Math.max(wanted, entry.seq());
        if (!live || entry.seq() <= sent) {
            return false;
        }
        if (entry.seq() == sent + 1) {
            queue.offer(frame.get());
            sent = entry.seq();
            return false;
        }
        live = false;
        return true;
    }

    /** Whether the next entry can be sent as it comes; else the feed is catching up, or has to. */
    synchronized boolean isLive() {
        return live;
    }

    /** The newest number that was sent. */
    synchronized long sent() {
        return sent;
    }

    /** The newest known number. */
    synchronized long head() {
        return Math.max(sent, wanted);
    }

    /**
     * Sends the next page of missing entries, as far as there is room.
     *
     * @return whether the feed is live now
     */
    synchronized boolean advance(EntryPage page) {
        wanted = Math.max(wanted, page.head());
        queue.gather(() -> page.entries().stream()
                .filter(entry -> entry.seq() > sent)
                .takeWhile(entry -> queue.hasRoom())
                .forEach(this::send));
        live = sent >= wanted || page.entries().isEmpty();
        return live;
    }

    private void send(Entry entry) {
        queue.offer(ServerFrame.entry(entry));
        sent = entry.seq();
    }
}
