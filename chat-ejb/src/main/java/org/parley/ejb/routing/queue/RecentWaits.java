package org.parley.ejb.routing.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The waiting times of one department's last visitors. Each gives the time that one place in the queue takes an
 * operator: the wait, times the accepting operators, divided by the places moved. The expected time comes from the
 * median of these, so one long wait does not spoil it. Not thread-safe.
 */
final class RecentWaits {
    static final int MOST = 20;
    static final int FEWEST = 3;
    static final Duration MEMORY = Duration.ofHours(2);

    private static final Duration FINE = Duration.ofSeconds(15);
    private static final Duration FINE_BELOW = Duration.ofMinutes(2);
    private static final Duration COARSE = Duration.ofMinutes(1);

    private record Case(Instant at, long millis) {}

    /**
     * How fast a queue moves.
     *
     * @param millis the time that one place takes an operator; negative when unknown
     * @param accepting how many operators accept
     */
    record Pace(long millis, int accepting) {
        private static final Pace UNKNOWN = new Pace(-1, 0);

        /** @return null when too few were served recently, or nobody accepts */
        Duration expected(int position) {
            return millis < 0 ? null : rounded(Duration.ofMillis(millis * position / accepting));
        }
    }

    private final Clock clock;
    private final Deque<Case> cases = new ArrayDeque<>();

    RecentWaits(Clock clock) {
        this.clock = clock;
    }

    /**
     * Adds the wait of a visitor who was served.
     *
     * @param position their first place, from 1
     * @param accepting how many operators accepted, at least 1
     */
    void served(Duration waited, int position, int accepting) {
        cases.addLast(new Case(clock.instant(), Math.max(0, waited.toMillis()) * accepting / position));
        if (cases.size() > MOST) {
            cases.removeFirst();
        }
    }

    /** @param accepting how many operators accept now */
    Pace pace(int accepting) {
        Instant oldest = clock.instant().minus(MEMORY);
        cases.removeIf(one -> one.at().isBefore(oldest));
        return cases.size() < FEWEST || accepting < 1 ? Pace.UNKNOWN : new Pace(median(), accepting);
    }

    private long median() {
        List<Long> sorted = cases.stream().map(Case::millis).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /**
     * Rounded up, because people should rather be served sooner than told, and coarsely, because not every second is
     * news.
     */
    private static Duration rounded(Duration exact) {
        Duration step = exact.compareTo(FINE_BELOW) < 0 ? FINE : COARSE;
        long steps = Math.max(1, -Math.floorDiv(-exact.toMillis(), step.toMillis()));
        return step.multipliedBy(steps);
    }
}
