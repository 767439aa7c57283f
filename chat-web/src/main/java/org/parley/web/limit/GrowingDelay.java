package org.parley.web.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * For each of many keys: some tries at once, then a pause before each further one, twice as long as the last. Idle keys
 * are forgotten.
 */
public final class GrowingDelay {
    private static final int MOST_KEYS = 100_000;
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 30;

    private final int free;
    private final Duration longest;
    private final Clock clock;
    private final Cache<String, Tries> byKey = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(MEMORY)
            .build();

    private record Tries(int count, Instant next) {}

    /**
     * @param free how many tries need no pause
     * @param longest how long a pause may become
     */
    public GrowingDelay(int free, Duration longest, Clock clock) {
        this.free = free;
        this.longest = longest;
        this.clock = clock;
    }

    /** @return 0 when a try is allowed now, which counts; else the seconds until it is */
    public int take(String key) {
        Instant now = clock.instant();
        int[] wait = {0};
        byKey.asMap().compute(key, (same, before) -> {
            if (before != null && before.next().isAfter(now)) {
                wait[0] = 1 + (int) Duration.between(now, before.next()).toSeconds();
                return before;
            }
            int count = before == null ? 1 : before.count() + 1;
            return new Tries(count, now.plus(pauseAfter(count)));
        });
        return wait[0];
    }

    /** Takes a try back, so that it does not count. */
    public void giveBack(String key) {
        byKey.asMap().computeIfPresent(key, (same, before) -> new Tries(before.count() - 1, clock.instant()));
    }

    private Duration pauseAfter(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(count - free, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
