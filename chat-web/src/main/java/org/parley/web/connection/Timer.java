package org.parley.web.connection;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.parley.api.time.Rounds;
import org.parley.api.time.RoundsBook;

/**
 * Runs small tasks later, on one thread of the container. The server's default scheduler is expensive: on Payara it
 * searches all jars for the context of each task (ADR-0019).
 */
@ApplicationScoped
public class Timer {
    @Resource
    ManagedThreadFactory threads;

    @Resource
    ManagedExecutorService workers;

    @Inject
    RoundsBook book;

    @Inject
    Clock clock;

    private ScheduledExecutorService executor;

    @PostConstruct
    void start() {
        executor = Executors.newSingleThreadScheduledExecutor(threads);
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    /**
     * Repeats a quick task that does not wait.
     *
     * @param what for the log when it fails
     */
    public Future<?> every(Duration pause, String what, Runnable task) {
        return book.repeat(new Rounds(what, task, Runnable::run, clock), executor, pause);
    }

    /** The same for a task that may wait for the database, on another thread. */
    public Future<?> everyWaiting(Duration pause, String what, Runnable task) {
        return book.repeat(new Rounds(what, task, workers, clock), executor, pause);
    }
}
