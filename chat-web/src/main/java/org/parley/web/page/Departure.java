package org.parley.web.page;

import jakarta.servlet.AsyncContext;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The moment in which a request's first thread leaves it to whoever goes on. Payara loses a dispatch or a completion that
 * comes from another thread just before: then nobody is ever answered.
 */
public final class Departure {
    private static final Duration STEP = Duration.ofMillis(1);
    private static final int MOST_STEPS = 1000;

    private final AsyncContext request;
    private final Thread first = Thread.currentThread();

    /** To be made on the request's first thread. */
    public Departure(AsyncContext request) {
        this.request = request;
    }

    /**
     * Returns when that thread has left; at once on the thread itself, which is on its way. Where a server does not tell, it
     * has had a second.
     */
    public void await() {
        for (int i = 0; i < MOST_STEPS && first != Thread.currentThread() && !isOver(); i++) {
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    /** The container's own last steps wait for nothing, and whatever the thread does next soon does. */
    private boolean isOver() {
        return hasLeft() && first.getState() != Thread.State.RUNNABLE;
    }

    /** Afterwards a request cannot be configured any more, says the specification. */
    private boolean hasLeft() {
        try {
            request.setTimeout(request.getTimeout());
            return false;
        } catch (IllegalStateException left) {
            return true;
        }
    }
}
