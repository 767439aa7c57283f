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

    private Departure() {}

    /** Returns when that thread has left; on another thread only. Where a server does not tell, it has had a second. */
    public static void await(AsyncContext request) {
        for (int i = 0; i < MOST_STEPS && !hasLeft(request); i++) {
            LockSupport.parkNanos(STEP.toNanos());
        }
        LockSupport.parkNanos(STEP.toNanos()); // the container's own last steps
    }

    /** Afterwards a request cannot be configured any more, says the specification. */
    private static boolean hasLeft(AsyncContext request) {
        try {
            request.setTimeout(request.getTimeout());
            return false;
        } catch (IllegalStateException left) {
            return true;
        }
    }
}
