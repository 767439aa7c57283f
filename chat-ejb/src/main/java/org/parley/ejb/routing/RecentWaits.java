package org.parley.ejb.routing;

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

    private record Place(Instant at, long millis) {}

    private final Clock clock;
    private final Deque<Place> places = new ArrayDeque<>();

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
        places.addLast(new Place(clock.instant(), Math.max(0, waited.toMillis()) * accepting / position));
        if (places.size() > MOST) {
            places.removeFirst();
        }
    }

    /** @return null when too few were served recently, or nobody accepts */
    Duration expected(int position, int accepting) {
        Instant oldest = clock.instant().minus(MEMORY);
        places.removeIf(place -> place.at().isBefore(oldest));
        if (places.size() < FEWEST || accepting < 1) {
            return null;
        }
        return rounded(Duration.ofMillis(median() * position / accepting));
    }

    private long median() {
        List<Long> sorted = places.stream().map(Place::millis).sorted().toList();
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
