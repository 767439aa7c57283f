package org.parley.ejb.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * Since when routing has worked without a break. Time without the application or its database does not count, because
 * nobody could come back in it.
 */
final class UpTime {
    /** The database is asked every few seconds ({@link CheckPlan.Check#NODES}); a longer gap means that something was away. */
    static final Duration BREAK = Duration.ofSeconds(10);

    private Instant begun;
    private Instant last;

    /** Notes that the database has answered. */
    void note(Instant now) {
        if (last == null || last.plus(BREAK).isBefore(now)) {
            begun = now;
        }
        last = now;
    }

    boolean isLongerThan(Duration time) {
        return begun.plus(time).isBefore(last);
    }
}
