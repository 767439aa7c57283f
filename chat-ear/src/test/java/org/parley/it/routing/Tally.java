package org.parley.it.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Counts what has happened. */
final class Tally {
    private final Map<String, Integer> counts = new ConcurrentSkipListMap<>();

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** Fails when little happened, because then the storm proves nothing. */
    void assertThatMuchHappened() {
        assertThat(counts.keySet()).contains("accept", "decline", "transfer", "crash", "close", "start");
        assertThat(counts.get("accept")).isGreaterThanOrEqualTo(10);
        assertThat(counts.get("crash")).isGreaterThanOrEqualTo(5);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
