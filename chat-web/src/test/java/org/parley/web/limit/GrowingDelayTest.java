package org.parley.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GrowingDelayTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final GrowingDelay delay = new GrowingDelay(3, Duration.ofSeconds(10), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void pausesShouldDoubleUpToTheLongest() {
        assertThat(delay.take("ada")).isZero();
        assertThat(delay.take("ada")).isZero();
        assertThat(delay.take("ada")).isZero();
        for (int pause : new int[] {1, 2, 4, 8, 10, 10}) {
            now = now.plusMillis(pause * 1000L - 1);
            assertThat(delay.take("ada")).as("just before %s seconds", pause).isPositive();
            now = now.plusMillis(1);
            assertThat(delay.take("ada")).as("after %s seconds", pause).isZero();
        }
    }

    @Test
    void refusedTriesShouldNotMakeItLonger() {
        for (int i = 0; i < 100; i++) {
            delay.take("ada");
        }
        assertThat(delay.take("ada")).isBetween(1, 2);
    }

    @Test
    void othersShouldNotWait() {
        for (int i = 0; i < 100; i++) {
            delay.take("ada");
        }
        assertThat(delay.take("bob")).isZero();
    }

    @Test
    void whatIsGivenBackShouldNotCount() {
        for (int i = 0; i < 100; i++) {
            assertThat(delay.take("ada")).isZero();
            delay.giveBack("ada");
        }
    }
}
