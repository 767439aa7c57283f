package org.parley.bench.load;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.parley.bench.client.Reactor;

/** Does something many times, a few at a time; a place is free again when its step says that it is done. */
public final class AtOnce {

    private static final long PATIENCE_SECONDS = 180;

    private final Step step;
    private final int count;
    private final CountDownLatch missing;
    private int next;

    /** One of the things to do, on the reactor's thread. */
    public interface Step {
        void begin(int number, Runnable done);
    }

    private AtOnce(int count, Step step) {
        this.count = count;
        this.step = step;
        missing = new CountDownLatch(count);
    }

    /** Returns when all are done. */
    public static void run(Reactor reactor, int count, int places, Step step) {
        AtOnce all = new AtOnce(count, step);
        reactor.call(() -> {
            for (int i = 0; i < Math.min(count, places); i++) {
                all.next();
            }
        });
        all.await(reactor);
    }

    private void next() {
        if (next < count) {
            step.begin(next++, () -> {
                missing.countDown();
                next();
            });
        }
    }

    private void await(Reactor reactor) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (!missing.await(1, TimeUnit.SECONDS)) {
                reactor.check();
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(missing.getCount() + " of " + count + " got no answer");
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
