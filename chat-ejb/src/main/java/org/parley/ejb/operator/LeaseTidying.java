package org.parley.ejb.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.parley.ejb.house.Tidying;

/** Deletes old leases but the newest one of each operator, which tells since when they are gone. */
@ApplicationScoped
class LeaseTidying implements Tidying {
    /** Long enough for everything that asks since when an operator is gone. */
    private static final Duration LEASES_STAY = Duration.ofHours(1);

    @Inject
    EntityManager entityManager;

    @Override
    public void deleteOld(Instant now) {
        entityManager
                .createQuery("""
                        delete from LeaseRow l
                        where l.until < :then
                          and exists (select m from LeaseRow m where m.operator = l.operator and m.until > l.until)""")
                .setParameter("then", now.minus(LEASES_STAY).toEpochMilli())
                .executeUpdate();
    }
}
