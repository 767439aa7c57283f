package org.parley.ejb.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * Since when routing has looked after conversations without a break. While the application or its database was away nobody
 * could come back: that time does not count.
 */
final class UpTime {
    /** Turns are a second apart; between two that are further apart something was away. */
    static final Duration BREAK = Duration.ofSeconds(10);

    private Instant begun;
    private Instant last;

    /** A turn begins. */
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
