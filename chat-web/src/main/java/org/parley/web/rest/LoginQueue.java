package org.parley.web.rest;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.security.Accounts;
import org.parley.api.security.Standing;
import org.parley.web.limit.SlowQueue;

/** Checks passwords, which is slow on purpose, on threads of its own, so that a flood of logins slows only logins. */
@ApplicationScoped
public class LoginQueue {
    private static final int MOST_OF_AN_ADDRESS = 2;

    @Inject
    Accounts accounts;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    @ConfigProperty(name = "parley.login.at-once")
    int atOnce;

    @Inject
    @ConfigProperty(name = "parley.login.waiting")
    int waiting;

    private ExecutorService executor;
    private SlowQueue queue;

    @PostConstruct
    void open() {
        executor = Executors.newFixedThreadPool(atOnce, threads);
        queue = new SlowQueue(executor, waiting, MOST_OF_AN_ADDRESS);
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
        queue.close();
    }

    CompletionStage<Standing> authenticate(String username, String password, String address, boolean isKnown) {
        return queue.submit(address, isKnown, () -> accounts.authenticate(username, password));
    }
}
