package org.parley.ejb.security;

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
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.security.SessionsEnded;
import org.parley.api.time.Rounds;
import org.parley.api.time.RoundsBook;
import org.parley.ejb.database.NewTransaction;

/**
 * Ends all sessions when the database comes from a backup, because it has forgotten who was shut out since. It checks
 * at the start, before anybody can come in, and every minute.
 */
@Singleton
@Startup
@PermitAll
@DependsOn("Database")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RestoredBackup {
    private static final Logger LOG = Logger.getLogger(RestoredBackup.class.getName());

    @Inject
    DataFolder folder;

    @Inject
    SessionRows sessions;

    @Inject
    NewTransaction newTransaction;

    @Inject
    Event<SessionsEnded> ended;

    @Inject
    RoundsBook book;

    @Inject
    Clock clock;

    @Resource
    ManagedThreadFactory threads;

    private ScheduledExecutorService executor;
    private boolean complained;

    @PostConstruct
    void open() {
        look();
        executor = Executors.newSingleThreadScheduledExecutor(threads);
        Rounds rounds =
                new Rounds("Looking whether the database comes from a backup", this::look, Runnable::run, clock);
        book.repeat(rounds, executor, Duration.ofMinutes(1));
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    private void look() {
        try {
            DataFolder.Compared compared = newTransaction.call(() -> unchecked(this::compare));
            if (compared.another()) {
                LOG.warning("This database is not the one that this server wrote last; it seems to come from a backup."
                        + " All sessions of operators have ended.");
            }
            newTransaction.call(() -> unchecked(() -> {
                folder.settle(compared);
                return null;
            }));
        } catch (RuntimeException e) {
            if (!complained) {
                complained = true;
                LOG.log(
                        Level.WARNING,
                        "It cannot be told whether the database is one from a backup; parley.data has to be a folder that"
                                + " this server may write to",
                        e);
            }
        }
    }

    private DataFolder.Compared compare() throws IOException {
        DataFolder.Compared compared = folder.compareAndMark();
        if (compared.another()) {
            sessions.beginEpoch();
            ended.fire(new SessionsEnded());
        }
        return compared;
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T unchecked(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
