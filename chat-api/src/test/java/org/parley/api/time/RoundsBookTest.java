package org.parley.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoundsBookTest {
    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());
    private static final Duration NEVER = Duration.ofDays(1);

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final List<Runnable> later = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };
    private final RoundsBook book = new RoundsBook(clock);
    private boolean fails;

    @BeforeAll
    static void failOnPurpose() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void logAgain() {
        LOG.setLevel(null);
    }

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void roundsThatFailShouldBeNamedUntilOneIsDone() {
        Rounds rounds = new Rounds("Routing", this::round, Runnable::run, clock);
        book.repeat(rounds, scheduler, NEVER);
        assertThat(book.troubled()).isEmpty();

        fails = true;
        rounds.run();
        assertThat(book.troubled()).containsExactly("Routing");

        fails = false;
        rounds.run();
        assertThat(book.troubled()).isEmpty();
    }

    @Test
    void roundThatDoesNotEndShouldBeNamed() {
        Rounds rounds = new Rounds("Reading", this::round, later::add, clock);
        book.repeat(rounds, scheduler, NEVER);
        rounds.run();
        assertThat(book.troubled()).isEmpty();

        now = now.plus(Duration.ofMinutes(1));
        assertThat(book.troubled()).containsExactly("Reading");

        later.get(0).run();
        assertThat(book.troubled()).isEmpty();
    }

    @Test
    void roundsThatWereEndedShouldTroubleNobody() {
        Rounds rounds = new Rounds("Reading", this::round, Runnable::run, clock);
        fails = true;
        rounds.run();
        book.repeat(rounds, scheduler, NEVER).cancel(false);

        assertThat(book.troubled()).isEmpty();
    }

    private void round() {
        if (fails) {
            throw new IllegalStateException("thrown on purpose");
        }
    }
}
