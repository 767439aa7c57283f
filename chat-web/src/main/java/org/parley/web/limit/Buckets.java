package org.parley.web.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Tokens for each of many keys: a number at once, which all come back within a time. Idle keys are forgotten. */
public final class Buckets {
    private static final int MOST_KEYS = 100_000;

    private final LoadingCache<String, Bucket> byKey;

    /** @param window in which all tokens come back, one after the other */
    public Buckets(int capacity, Duration window) {
        byKey = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(window)
                .build(key -> bucket(capacity, window));
    }

    static Bucket bucket(int capacity, Duration window) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, window))
                .build();
    }

    /** @return 0 when it took one, else the seconds until there is one again */
    public int take(String key) {
        return Waiting.seconds(byKey.get(key).tryConsumeAndReturnRemaining(1));
    }

    /** As {@link #take}, but takes nothing. */
    public int look(String key) {
        Bucket bucket = byKey.getIfPresent(key);
        return bucket == null ? 0 : Waiting.seconds(bucket.estimateAbilityToConsume(1));
    }

    public void giveBack(String key) {
        byKey.get(key).addTokens(1);
    }
}
