package org.parley.api.time;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All rounds of the application, for whoever wants to know whether they are done. */
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
     * Does rounds from now on, with a pause before each; the scheduler never learns of a failure.
     *
     * @return ends them
     */
    public Future<?> repeat(Rounds rounds, ScheduledExecutorService scheduler, Duration pause) {
        Future<?> repeated =
                scheduler.scheduleWithFixedDelay(rounds, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        kept.put(rounds, repeated);
        return repeated;
    }

    /** What is done by rounds of which the last one failed, or does not end; sorted. */
    public List<String> troubled() {
        kept.values().removeIf(Future::isDone);
        return kept.keySet().stream()
                .filter(rounds -> rounds.isTroubled(clock.instant()))
                .map(Rounds::what)
                .sorted()
                .toList();
    }
}
