package org.parley.ejb.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.parley.ejb.database.NewTransaction;
import org.parley.ejb.time.WriteTimes;

/** How far the transactions of all nodes have ended, so that a reader passes no uncommitted entry. */
@ApplicationScoped
class Writers {
    /** After so much silence a node counts as gone, with its transactions. */
    private static final Duration GONE = Duration.ofSeconds(30);

    @Inject
    EntityManager entityManager;

    @Inject
    NewTransaction transactions;

    @Inject
    WriteTimes times;

    @Inject
    Clock clock;

    private final String node = UUID.randomUUID().toString();
    private long told;

    String node() {
        return node;
    }

    /** Stores how far this node is; not to be called from two threads at once. */
    void tell() {
        long settled = times.settled();
        Instant now = clock.instant();
        transactions.call(() -> {
            WriterRow row = entityManager.find(WriterRow.class, node);
            if (row == null) {
                row = new WriterRow(node);
                entityManager.persist(row);
                readAgain();
            }
            row.tell(settled, now);
            return null;
        });
        told = settled;
    }

    /**
     * Sends all readers back. This node counted as gone because it stood still for long, so they may have passed
     * entries that it committed since.
     */
    private void readAgain() {
        if (told > 0) {
            entityManager
                    .createQuery("update ReaderRow r set r.place = :told where r.place > :told")
                    .setParameter("told", told)
                    .executeUpdate();
        }
    }

    /** Within a transaction: no entry with a lower number will become visible any more. */
    long settled() {
        entityManager
                .createQuery("delete from WriterRow w where w.toldAt < :then and w.node <> :node")
                .setParameter("then", clock.instant().minus(GONE).toEpochMilli())
                .setParameter("node", node)
                .executeUpdate();
        Long others = entityManager
                .createQuery("select min(w.settled) from WriterRow w where w.node <> :node", Long.class)
                .setParameter("node", node)
                .getSingleResult();
        long here = times.settled();
        return others == null ? here : Math.min(others, here);
    }
}
