package org.parley.ejb.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Sessions in the database, apart from their operators; within the caller's transaction. */
@ApplicationScoped
public class SessionRows {
    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    public SessionEpochRow epoch() {
        return entityManager.find(SessionEpochRow.class, SessionEpochRow.ONLY);
    }

    /** Ends the sessions of everybody. */
    void beginEpoch() {
        epoch().begin(UUID.randomUUID().toString(), clock.instant());
    }

    public List<String> ended(Collection<String> sessions) {
        return entityManager
                .createQuery("select e.id from EndedSessionRow e where e.id in :sessions", String.class)
                .setParameter("sessions", sessions)
                .getResultList();
    }

    public void end(String session, Instant until) {
        entityManager
                .createQuery("delete from EndedSessionRow e where e.until < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (entityManager.find(EndedSessionRow.class, session) == null) {
            entityManager.persist(new EndedSessionRow(session, until));
        }
    }
}
