package org.parley.web.limit;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How fast one connection may send frames. Frames above the limit are refused. A client with as many refusals within a
 * minute as it may send at once is flooding.
 */
public final class FrameLimit {
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final int burst;
    private final Bucket frames;

    /** Null for the many connections without any refusal. */
    private Bucket refusals;

    /** The decision about one frame. */
    public sealed interface Answer {
        /** It may come in. */
        record Pass() implements Answer {}

        /** It is refused; the client may go on after some seconds, at least 1. */
        record TooFast(int retryAfter) implements Answer {}

        /** The connection ends; the client may come back after some seconds, at least 1. */
        record Flood(int retryAfter) implements Answer {}
    }

    private static final Answer PASS = new Answer.Pass();

    public FrameLimit(int perSecond, int burst) {
        this.burst = burst;
        frames = Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** Counts one frame. */
    public Answer count() {
        if (frames.tryConsume(1)) {
            return PASS;
        }
        int wait = Waiting.seconds(refusals().tryConsumeAndReturnRemaining(1));
        return wait == 0 ? new Answer.TooFast(1) : new Answer.Flood(wait);
    }

    private synchronized Bucket refusals() {
        if (refusals == null) {
            refusals = Buckets.bucket(burst, MEMORY);
        }
        return refusals;
    }
}
