package org.parley.it.fault;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.parley.it.server.Workshop;

/**
 * Nothing is lost, doubled or out of order, whatever breaks (ADR-0017). Each run draws another course of events;
 * {@code -Dparley.fault.seed} repeats one as far as threads allow.
 */
class FaultIT {

    private static final int KILLS = Workshop.FULL ? 5 : 2;
    private static final int DATABASE_RESTARTS = KILLS / 2;
    private static final int CUTS = 200;
    private static final int SHOWN = 5;

    private final Duration atLeast = Duration.ofMinutes(Long.getLong("parley.fault.minutes", 0));
    private final long seed = seed();

    @Test
    void everyPromiseShouldBeKeptWhateverBreaks() throws IOException {
        History history = new History();
        long begin = System.nanoTime();
        try (FaultRun run = new FaultRun(seed, history)) {
            System.out.println("Fault test with -Dparley.fault.seed=" + seed);
            run.begin();
            SplittableRandom random = new SplittableRandom(~seed);
            int round = 0;
            do {
                breakEverything(run, ++round, random);
            } while (round < KILLS || System.nanoTime() - begin < atLeast.toNanos());
            List<Stored> stored = run.settle();
            System.out.println("Fault test: " + run + "; " + Counts.of(history, stored));
            assertThatNothingIsViolated(history, Checker.check(history, stored));
            assertThat(run.inVain()).isEmpty();
            assertThat(run.kills()).isGreaterThanOrEqualTo(KILLS);
            assertThat(run.databaseRestarts()).isGreaterThanOrEqualTo(DATABASE_RESTARTS);
            assertThat(run.cuts()).isGreaterThanOrEqualTo(CUTS);
        }
    }

    /** One round: talk, lose the database in some, talk on, lose the server, with the database in some. */
    private void breakEverything(FaultRun run, int round, SplittableRandom random) {
        run.awaitProgress(drawAcks(random), 0);
        if (round % 2 == 0) {
            run.restartDatabase();
            run.awaitProgress(drawAcks(random), 0);
        }
        run.awaitProgress(0, Math.min(round, KILLS) * CUTS / KILLS);
        if (round > KILLS && random.nextInt(3) == 0) {
            run.stopServer();
        } else {
            run.killServer();
        }
        if (round % 3 == 0) {
            run.restartDatabase();
        }
        run.startServer();
    }

    /** Starting the server takes most of a short run; a long one talks more. */
    private int drawAcks(SplittableRandom random) {
        int few = 50 + random.nextInt(100);
        return atLeast.isZero() ? few : 5 * few;
    }

    private void assertThatNothingIsViolated(History history, List<Violation> violations) {
        Path file = Workshop.TARGET.resolve("fault").resolve("history" + seed + ".txt");
        history.write(file);
        StringBuilder excerpt = new StringBuilder();
        for (Violation violation : violations.subList(0, Math.min(SHOWN, violations.size()))) {
            excerpt.append("\n\n").append(violation).append('\n').append(String.join("\n", history.around(violation)));
        }
        if (!violations.isEmpty()) {
            Map<Violation.Rule, Long> counts = violations.stream().collect(groupingBy(Violation::rule, counting()));
            throw new AssertionError(counts + " violations with -Dparley.fault.seed=" + seed
                    + "; the whole history is in " + file + excerpt);
        }
    }

    private static long seed() {
        String given = System.getProperty("parley.fault.seed", "");
        return given.isBlank() ? ThreadLocalRandom.current().nextLong() : Long.parseLong(given);
    }
}
