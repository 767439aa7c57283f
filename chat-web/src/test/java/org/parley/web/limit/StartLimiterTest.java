package org.parley.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.parley.api.error.ChatException;

class StartLimiterTest {
    private static final int PER_MINUTE = 2;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String OFFICE = "192.0.2.1";

    private final AtomicLong numbers = new AtomicLong();
    private final StartLimiter limiter = StartLimiter.perMinute(PER_MINUTE, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void newVisitorsShouldBeCountedByTheirAddress() {
        limiter.count(visitor(Duration.ZERO), OFFICE);
        limiter.count(visitor(Duration.ZERO), OFFICE);
        assertThatThrownBy(() -> limiter.count(visitor(Duration.ofHours(1)), OFFICE))
                .isInstanceOf(ChatException.class);
        limiter.count(visitor(Duration.ZERO), "192.0.2.2");
    }

    @Test
    void thoseWhoWereHereBeforeShouldBeCountedByPersonFirst() {
        String known = visitor(Duration.ofDays(2));
        limiter.count(known, OFFICE);
        limiter.count(known, OFFICE);
        assertThatThrownBy(() -> limiter.count(known, OFFICE)).isInstanceOf(ChatException.class);
        for (int i = PER_MINUTE; i < 10 * PER_MINUTE; i++) {
            limiter.count(visitor(Duration.ofDays(2)), OFFICE);
        }
        assertThatThrownBy(() -> limiter.count(visitor(Duration.ofDays(2)), OFFICE))
                .isInstanceOf(ChatException.class);
    }

    @Test
    void whatOpensNothingShouldNotCount() {
        for (int i = 0; i < 3 * PER_MINUTE; i++) {
            limiter.count(visitor(Duration.ZERO), OFFICE).run();
            limiter.count(visitor(Duration.ofDays(2)), OFFICE).run();
        }
        assertThat(numbers.get()).isEqualTo(6L * PER_MINUTE);
    }

    /** An id of version 7, made so long ago. */
    private String visitor(Duration ago) {
        long millis = NOW.minus(ago).toEpochMilli();
        return new UUID(millis << 16 | 0x7000, Long.MIN_VALUE | numbers.incrementAndGet()).toString();
    }
}
