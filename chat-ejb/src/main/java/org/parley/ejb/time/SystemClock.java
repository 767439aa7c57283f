package org.parley.ejb.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import org.parley.api.time.RoundsBook;

/** The only clock: all time in Parley comes from it, in whole milliseconds, as the database and the wire hold them. */
@ApplicationScoped
public class SystemClock {
    @Produces
    @ApplicationScoped
    public Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Produces
    @ApplicationScoped
    public RoundsBook roundsBook(Clock clock) {
        return new RoundsBook(clock);
    }
}
