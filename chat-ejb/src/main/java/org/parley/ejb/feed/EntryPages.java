package org.parley.ejb.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.parley.api.feed.EntryFeed;
import org.parley.ejb.conversation.row.EntryRow;

/** The entries of all logs in the order of writing, and the readers' places. */
@ApplicationScoped
class EntryPages {
    private static final int MOST = 500;

    /** After this time another node reads the page, and this one's does not count. */
    private static final Duration HELD = Duration.ofSeconds(30);

    @Inject
    EntityManager entityManager;

    @Inject
    Writers writers;

    @Inject
    Clock clock;

    void begin(String name, EntryFeed.Start start) {
        if (entityManager.find(ReaderRow.class, name) == null) {
            long place = start == EntryFeed.Start.NOW ? writers.settled() : -1;
            entityManager.persist(new ReaderRow(name, place, writers.node()));
        }
    }

    /** Takes or keeps the right to read under a name. */
    boolean hold(String name) {
        Instant now = clock.instant();
        return entityManager
                        .createQuery("""
                                update ReaderRow r set r.node = :node, r.heldUntil = :until
                                where r.name = :name and (r.node = :node or r.heldUntil < :now)""")
                        .setParameter("node", writers.node())
                        .setParameter("until", now.plus(HELD).toEpochMilli())
                        .setParameter("name", name)
                        .setParameter("now", now.toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    /** Gives the right up, so that another node, or the next start, need not wait. */
    void release(String name) {
        entityManager
                .createQuery("update ReaderRow r set r.heldUntil = 0 where r.name = :name and r.node = :node")
                .setParameter("name", name)
                .setParameter("node", writers.node())
                .executeUpdate();
    }

    long place(String name) {
        return entityManager.find(ReaderRow.class, name).place();
    }

    /**
     * The next entries that no open transaction can precede any more.
     *
     * @return at most 500, or all that have one number
     */
    List<EntryRow> after(long place) {
        long settled = writers.settled();
        List<EntryRow> page = between(place, settled, MOST + 1);
        if (page.size() <= MOST) {
            return page;
        }
        long last = page.get(MOST).written();
        List<EntryRow> whole =
                page.stream().takeWhile(row -> row.written() < last).toList();
        return whole.isEmpty() ? between(last - 1, last + 1, Integer.MAX_VALUE) : whole;
    }

    private List<EntryRow> between(long after, long before, int most) {
        return entityManager
                .createQuery("""
                        select e from EntryRow e where e.written > :after and e.written < :before
                        order by e.written, e.conversation, e.log, e.seq""", EntryRow.class)
                .setParameter("after", after)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    /** @throws IllegalStateException when the reader was sent back meanwhile, or another node reads for it */
    void move(String name, long from, long to) {
        int moved = entityManager
                .createQuery("""
                        update ReaderRow r set r.place = :to
                        where r.name = :name and r.node = :node and r.place = :from""")
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("name", name)
                .setParameter("node", writers.node())
                .executeUpdate();
        if (moved == 0) {
            throw new IllegalStateException(name + " reads these entries again, maybe on another node");
        }
    }
}
