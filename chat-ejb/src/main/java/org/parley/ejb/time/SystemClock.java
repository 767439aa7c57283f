package org.parley.ejb.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import org.parley.api.time.RoundsBook;

/** The only clock: all time in Parley comes from it, in whole milliseconds, as in the database and on the wire. */
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
