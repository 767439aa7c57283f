package org.parley.ejb.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;

/** Which nodes write, within the caller's transaction. */
@ApplicationScoped
public class Nodes {
    /** Nodes say twice a second that they write. */
    private static final Duration SILENT = Duration.ofSeconds(10);

    @Inject
    EntityManager entityManager;

    @Inject
    Writers writers;

    @Inject
    Clock clock;

    /** Whether others than this node do, whose events are not heard here. */
    public boolean othersWrite() {
        return entityManager
                        .createQuery(
                                "select count(w) from WriterRow w where w.node <> :node and w.toldAt > :then",
                                Long.class)
                        .setParameter("node", writers.node())
                        .setParameter("then", clock.instant().minus(SILENT).toEpochMilli())
                        .getSingleResult()
                > 0;
    }
}
