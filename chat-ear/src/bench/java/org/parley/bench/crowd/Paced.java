package org.parley.bench.crowd;

import org.parley.bench.client.Reactor;
import org.parley.bench.load.Loop;
import org.parley.bench.load.Sample;
import org.parley.bench.load.Stopwatch;

/** A loop in which people take their time. */
final class Paced implements Loop {

    private final Reactor reactor;
    private final long pauseMillis;
    private final double seconds;
    private volatile boolean running;
    private long count;

    /** @param seconds how long it lasts */
    Paced(Reactor reactor, long pauseMillis, double seconds) {
        this.reactor = reactor;
        this.pauseMillis = pauseMillis;
        this.seconds = seconds;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void record(long nanos) {
        count++;
    }

    @Override
    public void again(Runnable next) {
        reactor.later(pauseMillis, () -> Loop.super.again(next));
    }

    /** @param begin sends the first ones, on the reactor's thread */
    Sample run(Runnable begin) {
        running = true;
        reactor.call(begin);
        Stopwatch.sleep(seconds);
        running = false;
        return new Sample().with(Sample.RATE, count / seconds);
    }
}
