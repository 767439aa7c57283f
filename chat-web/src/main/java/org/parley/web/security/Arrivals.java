package org.parley.web.security;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** Captures the caller, on a thread that the container has authenticated. */
@ApplicationScoped
public class Arrivals {
    @Inject
    Callers callers;

    @Resource
    ContextService contexts;

    private volatile RememberingLoader loader;

    /** @param inRole the container's answer about the caller of this thread */
    public Arrival of(Identity identity, Predicate<String> inRole, Agent agent) {
        return new Arrival(identity, callers.find(identity, inRole).orElse(null), context(), agent);
    }

    /**
     * Runs tasks as the caller of this thread. On Payara the look for context providers costs more than the rest of a
     * handshake, so it is done with a class loader that remembers them. Tasks run with the usual one.
     */
    private Executor context() {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(remembering(usual));
        Executor context;
        try {
            context = contexts.currentContextExecutor();
        } finally {
            thread.setContextClassLoader(usual);
        }
        return task -> context.execute(() -> {
            Thread.currentThread().setContextClassLoader(usual);
            task.run();
        });
    }

    private ClassLoader remembering(ClassLoader usual) {
        RememberingLoader known = loader;
        if (known == null || known.getParent() != usual) {
            known = new RememberingLoader(usual);
            loader = known;
        }
        return known;
    }
}
