package org.parley.bench.crowd;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.parley.bench.client.Reactor;
import org.parley.bench.load.Loop;
import org.parley.bench.load.Sample;
import org.parley.bench.load.Stopwatch;

/** How many arrive in each five seconds of a server's first minute. */
final class Curve implements Loop {

    static final int SECONDS = 60;
    static final int STEP = 5;

    private final Reactor reactor;
    private final long began = System.nanoTime();
    private final long[] counts = new long[SECONDS / STEP];

    /** The minute begins now. */
    Curve(Reactor reactor) {
        this.reactor = reactor;
    }

    static String figure(int second) {
        return String.format(Locale.ROOT, "to %d s", second);
    }

    @Override
    public boolean isRunning() {
        return elapsed() < SECONDS;
    }

    @Override
    public void record(long nanos) {
        int step = (int) (elapsed() / STEP);
        if (step < counts.length) {
            counts[step]++;
        }
    }

    private double elapsed() {
        return (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** @param begin sends the first ones, on the reactor's thread */
    Sample follow(Runnable begin) {
        reactor.call(begin);
        Stopwatch.sleep(Math.max(0, SECONDS - elapsed()));
        Sample sample = new Sample();
        reactor.call(() -> {
            for (int i = 0; i < counts.length; i++) {
                sample.with(figure((i + 1) * STEP), (double) counts[i] / STEP);
            }
        });
        return sample;
    }
}
