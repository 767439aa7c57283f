package org.parley.api.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A recurring task, which {@link RoundsBook} repeats as long as the application runs. A failure of one round is logged,
 * and the next one still comes; a scheduler would silently drop a task that throws. A round never overlaps the last
 * one, and the log tells of one that does not end.
 */
public final class Rounds implements Runnable {
    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());
    private static final Duration LONG = Duration.ofMinutes(1);

    private final String what;
    private final Runnable round;
    private final Executor executor;
    private final Clock clock;

    /** Since when a round has been running; null when none is. */
    private final AtomicReference<Instant> since = new AtomicReference<>();

    private volatile Instant toldAt = Instant.MIN;
    private volatile String lastFailure;

    /**
     * @param what for the log, as in "routing could not be done"
     * @param executor does the rounds; {@code Runnable::run} for one that neither waits nor takes long
     */
    public Rounds(String what, Runnable round, Executor executor, Clock clock) {
        this.what = what;
        this.round = round;
        this.executor = executor;
        this.clock = clock;
    }

    /** The name of the task, such as "Routing". */
    String what() {
        return what;
    }

    /** Whether the last round failed, or one has been running for a minute. */
    boolean isTroubled(Instant now) {
        Instant began = since.get();
        return lastFailure != null || began != null && !began.plus(LONG).isAfter(now);
    }

    /** Begins the next round, unless the last one is still running. */
    @Override
    public void run() {
        Instant now = clock.instant();
        if (!since.compareAndSet(null, now)) {
            tellIfLong(now);
            return;
        }
        try {
            executor.execute(this::go);
        } catch (RejectedExecutionException e) {
            since.set(null);
            LOG.log(Level.FINE, "{0}: nobody does the round now; the next one comes all the same", what);
        } catch (RuntimeException | Error e) {
            since.set(null);
            tell(e);
        }
    }

    private void go() {
        try {
            round.run();
            lastFailure = null;
        } catch (RuntimeException | Error e) {
            tell(e);
        } finally {
            since.set(null);
        }
    }

    /** With its stack trace once: an hour of failures would fill the log. */
    private void tell(Throwable failure) {
        boolean known = failure.toString().equals(lastFailure);
        lastFailure = failure.toString();
        LOG.log(
                Level.WARNING,
                what + " could not be done; the next round comes all the same: " + failure,
                known ? null : failure);
    }

    private void tellIfLong(Instant now) {
        Instant began = since.get();
        if (began != null && !began.plus(LONG).isAfter(now) && !toldAt.isAfter(now.minus(LONG))) {
            toldAt = now;
            LOG.log(Level.WARNING, "{0}: the round that began at {1} has not ended", new Object[] {what, began});
        }
    }
}
