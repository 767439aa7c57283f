package org.parley.api.time;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All recurring tasks of the application, and which of them are in trouble. */
public class RoundsBook {
    private final Clock clock;
    private final Map<Rounds, Future<?>> kept = new ConcurrentHashMap<>();

    public RoundsBook(Clock clock) {
        this.clock = clock;
    }

    /** For the container's proxies. */
    protected RoundsBook() {
        this(null);
    }

    /**
     * Repeats a task from now on, with a pause before each round; the scheduler never learns of a failure.
     *
     * @return ends them
     */
    public Future<?> repeat(Rounds rounds, ScheduledExecutorService scheduler, Duration pause) {
        Future<?> repeated =
                scheduler.scheduleWithFixedDelay(rounds, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        kept.put(rounds, repeated);
        return repeated;
    }

    /** The names of tasks whose last round failed or does not end; sorted. */
    public List<String> troubled() {
        kept.values().removeIf(Future::isDone);
        return kept.keySet().stream()
                .filter(rounds -> rounds.isTroubled(clock.instant()))
                .map(Rounds::what)
                .sorted()
                .toList();
    }
}
