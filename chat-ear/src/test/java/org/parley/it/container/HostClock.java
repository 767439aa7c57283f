package org.parley.it.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The host's own clock in place of Parley's. It only goes forward. */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class HostClock {

    private final AtomicLong ahead = new AtomicLong();

    public void forward(Duration by) {
        ahead.addAndGet(by.toMillis());
    }

    @Produces
    @ApplicationScoped
    public Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(System.currentTimeMillis() + ahead.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.offset(Clock.system(zone), Duration.ofMillis(ahead.get()));
            }
        };
    }
}
