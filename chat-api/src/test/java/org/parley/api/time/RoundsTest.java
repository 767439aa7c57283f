package org.parley.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());

    private final List<Runnable> later = new ArrayList<>();
    private int done;

    @BeforeAll
    static void failOnPurpose() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void logAgain() {
        LOG.setLevel(null);
    }

    @Test
    void roundThatThrowsShouldComeAgain() {
        Rounds rounds = rounds(Runnable::run, () -> {
            done++;
            throw new IllegalStateException("thrown on purpose");
        });
        rounds.run();
        rounds.run();
        assertThat(done).isEqualTo(2);
    }

    @Test
    void errorShouldNotEndTheRounds() {
        Rounds rounds = rounds(Runnable::run, () -> {
            done++;
            throw new StackOverflowError("thrown on purpose");
        });
        rounds.run();
        rounds.run();
        assertThat(done).isEqualTo(2);
    }

    @Test
    void executorThatRefusesShouldBeAskedAgain() {
        for (RuntimeException refusal :
                List.of(new RejectedExecutionException("full"), new IllegalStateException("thrown on purpose"))) {
            Rounds rounds = rounds(
                    task -> {
                        if (done++ % 2 == 0) {
                            throw refusal;
                        }
                        task.run();
                    },
                    () -> done += 10);
            done = 0;
            rounds.run();
            assertThat(done).isEqualTo(1);
            rounds.run();
            assertThat(done).isEqualTo(12);
        }
    }

    @Test
    void roundShouldNotBeginWhileTheLastOneGoesOn() {
        Rounds rounds = rounds(later::add, () -> done++);
        rounds.run();
        rounds.run();
        assertThat(later).hasSize(1);
        later.remove(0).run();
        rounds.run();
        assertThat(later).hasSize(1);
        assertThat(done).isEqualTo(1);
    }

    private static Rounds rounds(Executor executor, Runnable round) {
        return new Rounds("This test", round, executor, Clock.systemUTC());
    }
}
