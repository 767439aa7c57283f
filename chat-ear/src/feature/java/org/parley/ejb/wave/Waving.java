package org.parley.ejb.wave;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.parley.api.security.Caller;
import org.parley.api.wave.WaveCommand.Wave;
import org.parley.ejb.command.Doer;

/** Writes waves. */
@ApplicationScoped
public class Waving implements Doer<Wave, Long> {
    @Inject
    EntityManager entityManager;

    @Override
    public Class<Wave> command() {
        return Wave.class;
    }

    @Override
    public String key(Caller caller, Wave wave) {
        return caller.id();
    }

    @Override
    public Long run(Caller caller, Wave wave) {
        entityManager
                .createNativeQuery("insert into wave (id, hand) values (?1, ?2)")
                .setParameter(1, wave.id())
                .setParameter(2, wave.hand())
                .executeUpdate();
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from wave")
                        .getSingleResult())
                .longValue();
    }
}
