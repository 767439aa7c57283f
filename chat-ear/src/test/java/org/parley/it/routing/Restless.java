package org.parley.it.routing;

import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Somebody who acts again and again, with short pauses, until the storm is over. */
abstract class Restless {
    private static final int LONGEST_PAUSE_MILLIS = 250;

    final SplittableRandom random;

    Restless(SplittableRandom random) {
        this.random = random;
    }

    abstract void act();

    void start(ScheduledExecutorService timer, CountDownLatch over) {
        timer.schedule(
                () -> {
                    if (over.getCount() > 0) {
                        act();
                        start(timer, over);
                    }
                },
                random.nextInt(LONGEST_PAUSE_MILLIS),
                TimeUnit.MILLISECONDS);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
