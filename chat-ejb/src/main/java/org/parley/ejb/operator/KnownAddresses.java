package org.parley.ejb.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.ejb.database.Hash;

/** The addresses from which accounts have signed in recently, within the caller's transaction. */
@ApplicationScoped
class KnownAddresses {
    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.login.known-days")
    int days;

    /** Also answers for an unknown account. */
    boolean has(String username, String address) {
        KnownAddressRow row = entityManager.find(KnownAddressRow.class, id(username, address));
        return row != null && row.at().isAfter(oldest());
    }

    void add(String username, String address) {
        entityManager
                .createQuery("delete from KnownAddressRow k where k.at < :oldest")
                .setParameter("oldest", oldest())
                .executeUpdate();
        String id = id(username, address);
        KnownAddressRow row = entityManager.find(KnownAddressRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = new KnownAddressRow(id);
            entityManager.persist(row);
        }
        row.seen(clock.instant());
    }

    private Instant oldest() {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private static String id(String username, String address) {
        return Hash.of("address", username, address);
    }
}
