package org.parley.ejb.routing.board;

import java.time.Duration;
import java.util.List;
import org.parley.api.routing.Board.Spread;

/** Sums up many durations in two figures, by the nearest rank, so each figure is a duration that really occurred. */
final class Spreads {
    private static final int MEDIAN = 50;
    private static final int MOST = 90;

    private Spreads() {}

    /** @param times in any order */
    static Spread of(List<Duration> times) {
        if (times.isEmpty()) {
            return new Spread(0, null, null);
        }
        List<Duration> sorted = times.stream().sorted().toList();
        return new Spread(sorted.size(), rank(sorted, MEDIAN), rank(sorted, MOST));
    }

    private static Duration rank(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
