package org.parley.ejb.feed;

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
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.parley.api.feed.EntryFeed;
import org.parley.api.time.Rounds;
import org.parley.api.time.RoundsBook;
import org.parley.ejb.database.NewTransaction;

/** Lets readers follow all logs, and tells other nodes how far this one has written. */
@Singleton
@Startup
@DependsOn("Database")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class EntryFeedBean implements EntryFeed {
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Inject
    Writers writers;

    @Inject
    EntryPages pages;

    @Inject
    NewTransaction transactions;

    @Inject
    RoundsBook book;

    @Inject
    Clock clock;

    @Resource
    ManagedThreadFactory threads;

    @Resource
    ManagedExecutorService workers;

    private ScheduledExecutorService scheduler;

    @PostConstruct
    void open() {
        // Before this node writes its first entry, because other nodes only wait for nodes that they know.
        writers.tell();
        scheduler = Executors.newSingleThreadScheduledExecutor(threads);
        book.repeat(
                new Rounds("Telling how far this node has written", writers::tell, workers, clock), scheduler, PAUSE);
    }

    @PreDestroy
    void close() {
        scheduler.shutdownNow();
    }

    @Override
    public Reading follow(String name, Start start, Reader reader) {
        Follower follower = new Follower(name, pages, transactions, reader);
        transactions.run(() -> pages.begin(name, start));
        Future<?> rounds = book.repeat(
                new Rounds("Reading all logs for " + name, follower::read, workers, clock), scheduler, PAUSE);
        return () -> {
            rounds.cancel(false);
            follower.end();
        };
    }
}
