package org.parley.web.connection;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs what devices ask for and what waits for the database. The server's executor is expensive: on Payara it searches
 * all jars for the context of each task (ADR-0019). These tasks bring the context of their caller with them.
 */
@ApplicationScoped
public class Workers implements Executor {
    /** More than the connections that the database's pool has. */
    private static final int THREADS = 32;

    private static final int MOST_WAITING = 10_000;

    @Resource
    ManagedThreadFactory threads;

    private ThreadPoolExecutor pool;

    // At the start, because a thread made by a request could be that request's caller.
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        pool.prestartAllCoreThreads();
    }

    @PostConstruct
    void prepare() {
        pool = new ThreadPoolExecutor(
                THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), threads);
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }

    /** @throws RejectedExecutionException when too many tasks wait, or the server stops */
    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }
}
