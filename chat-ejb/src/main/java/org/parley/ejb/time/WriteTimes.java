package org.parley.ejb.time;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.Iterator;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives numbers to the entries of this node, in microseconds since 1970, and knows the lowest number of open
 * transactions, which may still become visible. Each number is given once, and later ones are higher, even when the
 * clock goes back.
 */
@ApplicationScoped
public class WriteTimes {
    @Inject
    Clock clock;

    @Resource
    TransactionSynchronizationRegistry transactions;

    private final AtomicLong last = new AtomicLong();
    private final SortedSet<Long> open = new ConcurrentSkipListSet<>();

    /**
     * The next number, for an entry of the current transaction.
     *
     * @param after the number has to be higher than this one
     */
    public long next(long after) {
        if (transactions.getResource(WriteTimes.class) == null) {
            long since = begin();
            transactions.putResource(WriteTimes.class, since);
            transactions.registerInterposedSynchronization(new End(since));
        }
        return draw(after);
    }

    /** A transaction that the container does not know. */
    public Span span() {
        return new Span(begin());
    }

    private long begin() {
        long since = draw(0);
        open.add(since);
        return since;
    }

    /** A number below which all transactions of this node have ended; no lower one will be given. */
    public long settled() {
        // Drawn first: a transaction that registers after the look below gets higher numbers.
        long now = draw(0);
        Iterator<Long> oldest = open.iterator();
        return oldest.hasNext() ? Math.min(oldest.next(), now) : now;
    }

    private long draw(long after) {
        long now = clock.millis() * 1000;
        return last.updateAndGet(before -> Math.max(now, Math.max(before, after) + 1));
    }

    /** The numbers of one transaction; close it when that has ended. */
    public final class Span implements AutoCloseable {
        private final long since;

        private Span(long since) {
            this.since = since;
        }

        /** As {@link WriteTimes#next}. */
        public long next(long after) {
            return draw(after);
        }

        @Override
        public void close() {
            open.remove(since);
        }
    }

    private final class End implements Synchronization {
        private final long since;

        End(long since) {
            this.since = since;
        }

        @Override
        public void beforeCompletion() {
            // The transaction's entries become visible later.
        }

        @Override
        public void afterCompletion(int status) {
            open.remove(since);
        }
    }
}
