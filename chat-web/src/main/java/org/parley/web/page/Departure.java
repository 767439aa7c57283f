package org.parley.web.page;

import jakarta.servlet.AsyncContext;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until a request's first thread has left it. Payara loses a dispatch or completion of another thread that comes
 * before that moment, and then the request is never answered.
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
     * Returns when that thread has left, and at once on that thread itself. On a server that does not tell, it returns
     * after a second.
     */
    public void await() {
        for (int i = 0; i < MOST_STEPS && first != Thread.currentThread() && !isOver(); i++) {
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    /**
     * Whether the thread is done with this request. The container's last steps never wait, so a waiting thread has
     * finished them.
     */
    private boolean isOver() {
        return hasLeft() && first.getState() != Thread.State.RUNNABLE;
    }

    /** By the specification a request can no longer be configured afterwards. */
    private boolean hasLeft() {
        try {
            request.setTimeout(request.getTimeout());
            return false;
        } catch (IllegalStateException left) {
            return true;
        }
    }
}
