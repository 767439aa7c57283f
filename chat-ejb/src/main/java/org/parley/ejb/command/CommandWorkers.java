package org.parley.ejb.command;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Runs what the shards do beside their lanes. The server's executor is expensive: on Payara it searches all jars for the
 * context of each task (ADR-0019), which these tasks do not need.
 */
@ApplicationScoped
class CommandWorkers implements Executor {
    @Resource
    ManagedThreadFactory threads;

    @Inject
    @ConfigProperty(name = "parley.journal.shards")
    int shards;

    @Inject
    @ConfigProperty(name = "parley.journal.transactions")
    int transactions;

    private ThreadPoolExecutor pool;

    // At the start, because a thread made by a request could be that request's caller.
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        pool.prestartAllCoreThreads();
    }

    @PostConstruct
    void prepare() {
        int most = shards * (transactions + 1); // and one that tells of what the lane has written
        pool = new ThreadPoolExecutor(most, most, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    }

    @PreDestroy
    void stop() {
        pool.shutdown();
    }

    /** @throws RejectedExecutionException when the application stops */
    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }
}
