package org.parley.web.security;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Predicate;

/** Captures the caller, on a thread that the container has authenticated. */
@ApplicationScoped
public class Arrivals {
    @Inject
    Callers callers;

    @Resource
    ContextService contexts;

    /** @param inRole the container's answer about the caller of this thread */
    public Arrival of(Identity identity, Predicate<String> inRole, Agent agent) {
        return new Arrival(
                identity, callers.find(identity, inRole).orElse(null), contexts.currentContextExecutor(), agent);
    }
}
