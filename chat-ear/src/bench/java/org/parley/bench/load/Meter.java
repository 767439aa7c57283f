package org.parley.bench.load;

import org.parley.bench.client.Reactor;

/** Measures a closed loop: lets it warm up, then counts and times for a while. */
final class Meter {

    private final Reactor reactor;
    private final Stopwatch watch;
    private final Latencies latencies = new Latencies();
    private volatile boolean running;
    private boolean recording;

    Meter(Reactor reactor, Stopwatch watch) {
        this.reactor = reactor;
        this.watch = watch;
    }

    /** Whether the next one should be sent. */
    boolean isRunning() {
        return running;
    }

    /** To be called on the reactor's thread. */
    void record(long nanos) {
        if (recording) {
            latencies.add(nanos);
        }
    }

    /** @param begin sends the first ones, on the reactor's thread */
    Sample measure(Runnable begin, double warmUp, double seconds) {
        reactor.call(() -> {
            running = true;
            begin.run();
        });
        Stopwatch.sleep(warmUp);
        reactor.call(() -> recording = true);
        watch.start();
        Stopwatch.sleep(seconds);
        watch.stop();
        reactor.call(() -> recording = false);
        running = false;
        return watch.sample(latencies);
    }
}
