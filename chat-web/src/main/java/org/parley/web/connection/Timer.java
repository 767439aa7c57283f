package org.parley.web.connection;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does small things later, on one thread of the container. The server's default scheduler would do it at a high price: on
 * Payara it searches all jars for the context of each task (ADR-0019).
 */
@ApplicationScoped
public class Timer {
    @Resource
    ManagedThreadFactory threads;

    private ScheduledExecutorService executor;

    @PostConstruct
    void start() {
        executor = Executors.newSingleThreadScheduledExecutor(threads);
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    /** The task must be quick, must not wait, and must not throw. */
    public Future<?> every(Duration pause, Runnable task) {
        return executor.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
