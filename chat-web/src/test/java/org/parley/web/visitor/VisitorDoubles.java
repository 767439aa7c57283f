package org.parley.web.visitor;

import java.time.Clock;

/** Beans of this package for tests of others, wired by hand. */
public final class VisitorDoubles {
    private VisitorDoubles() {}

    public static VisitorRounds rounds(Clock clock) {
        VisitorRounds rounds = new VisitorRounds();
        rounds.clock = clock;
        rounds.absenceMinutes = 30;
        rounds.mostWaiting = 100;
        rounds.pagesPerMinute = 1000;
        rounds.prepare();
        return rounds;
    }

    public static VisitorWatchers watchers(Clock clock) {
        VisitorWatchers watchers = new VisitorWatchers();
        watchers.rounds = rounds(clock);
        return watchers;
    }
}
