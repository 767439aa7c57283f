package org.parley.ejb.house;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.time.Rounds;
import org.parley.api.time.RoundsBook;
import org.parley.ejb.database.NewTransaction;

/**
 * Has old rows deleted, by the {@link Tidying} of each feature. Each node has a housekeeper; the row of the chore decides
 * which of them works.
 */
@Singleton
@Startup
@DependsOn("Database")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Housekeeper {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    @Inject
    EntityManager entityManager;

    @Inject
    NewTransaction transactions;

    @Inject
    @Any
    Instance<Tidying> features;

    @Inject
    RoundsBook book;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.housekeeping")
    int seconds;

    @Resource
    ManagedThreadFactory threads;

    private ScheduledExecutorService executor;

    @PostConstruct
    void open() {
        executor = Executors.newSingleThreadScheduledExecutor(threads);
        Duration every = Duration.ofSeconds(Math.max(1, seconds));
        Duration pause = every.compareTo(LONGEST_PAUSE) < 0 ? every : LONGEST_PAUSE;
        book.repeat(new Rounds("Deleting what is old", () -> look(every), Runnable::run, clock), executor, pause);
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    private void look(Duration every) {
        Instant now = clock.instant();
        transactions.run(() -> {
            if (isMine(now, now.plus(every))) {
                features.forEach(feature -> feature.deleteOld(now));
            }
        });
    }

    /** When several nodes look at once, only the first one finds it due. */
    private boolean isMine(Instant now, Instant next) {
        return entityManager
                        .createQuery(
                                "update ChoreRow c set c.due = :next where c.name = 'housekeeping' and c.due <= :now")
                        .setParameter("next", next.toEpochMilli())
                        .setParameter("now", now.toEpochMilli())
                        .executeUpdate()
                == 1;
    }
}
