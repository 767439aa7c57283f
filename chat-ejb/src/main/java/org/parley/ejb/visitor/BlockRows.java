package org.parley.ejb.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.parley.api.error.ChatException;
import org.parley.api.visitor.Block;
import org.parley.api.visitor.VisitorId;

/** Finds the blocks of visitors. */
@ApplicationScoped
public class BlockRows {
    private static final int MOST = 1000;

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** @throws ChatException FORBIDDEN for a blocked visitor */
    public void requireNone(VisitorId visitor) {
        if (inForce(visitor).isPresent()) {
            throw ChatException.forbidden(
                    "You cannot write here at the moment. Please come back later, or reach us in another way.");
        }
    }

    /** The visitor's own block; for an anonymous visitor also the block of another visitor from the same browser. */
    public Optional<Block> inForce(VisitorId visitor) {
        List<Block> found = entityManager
                .createQuery("""
                        select b
                        from VisitorRow v, BlockRow b
                        where v.id = :visitor and (b.until is null or b.until > :now)
                          and (b.visitor = v.id or v.subject is null and b.site = v.site and b.browser = v.browser)
                        order by b.blockedAt desc""", BlockRow.class)
                .setParameter("visitor", visitor.value())
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(BlockRow::toBlock)
                .toList();
        return found.stream()
                .filter(block -> block.visitor().visitorId().equals(visitor))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** @param browser as visitors have it; null when unknown */
    Optional<Block> inForce(String site, String browser) {
        return browser == null
                ? Optional.empty()
                : entityManager
                        .createQuery("""
                                select b
                                from BlockRow b
                                where b.site = :site and b.browser = :browser and (b.until is null or b.until > :now)
                                order by b.blockedAt desc""", BlockRow.class)
                        .setParameter("site", site)
                        .setParameter("browser", browser)
                        .setParameter("now", clock.instant())
                        .setMaxResults(1)
                        .getResultStream()
                        .map(BlockRow::toBlock)
                        .findFirst();
    }

    /** Newest first. */
    public List<Block> inForce() {
        return entityManager
                .createQuery(
                        "select b from BlockRow b where b.until is null or b.until > :now order by b.blockedAt desc",
                        BlockRow.class)
                .setParameter("now", clock.instant())
                .setMaxResults(MOST)
                .getResultStream()
                .map(BlockRow::toBlock)
                .toList();
    }
}
