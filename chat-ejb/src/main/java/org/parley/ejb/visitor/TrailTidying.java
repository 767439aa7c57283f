package org.parley.ejb.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.ejb.house.Tidying;

/** Pages that visitors saw are kept for some days. */
@ApplicationScoped
class TrailTidying implements Tidying {
    @Inject
    EntityManager entityManager;

    @Inject
    @ConfigProperty(name = "parley.visitor.trail-days")
    int trailDays;

    @Override
    public void deleteOld(Instant now) {
        entityManager
                .createQuery("delete from PageViewRow p where p.at < :then")
                .setParameter("then", now.minus(Duration.ofDays(trailDays)))
                .executeUpdate();
    }
}
