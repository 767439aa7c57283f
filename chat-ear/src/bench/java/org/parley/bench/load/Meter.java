package org.parley.bench.load;

import org.parley.bench.client.Reactor;
import org.parley.bench.server.Host;
import org.parley.bench.server.Profile;

/** Measures a closed loop: lets it warm up, then counts and times for a while. */
public final class Meter implements Loop {

    private final Reactor reactor;
    private final Host host;
    private final Stopwatch watch;
    private final Latencies latencies = new Latencies();
    private volatile boolean running;
    private boolean recording;

    /** @param database a process, or 0 when there is none */
    public Meter(Reactor reactor, Host host, long database) {
        this.reactor = reactor;
        this.host = host;
        this.watch = new Stopwatch(host.pid(), database);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void record(long nanos) {
        if (recording) {
            latencies.add(nanos);
        }
    }

    /** The server's first load, which nobody looks at. */
    public void warmUp(Runnable begin, double seconds) {
        run(begin);
        Stopwatch.sleep(seconds);
        running = false;
    }

    /** @param begin sends the first ones, on the reactor's thread */
    public Sample measure(String name, Runnable begin, Times times) {
        Profile profile = Profile.isWanted() ? Profile.start(host.pid(), name) : null;
        run(begin);
        Stopwatch.sleep(times.warmUp());
        if (profile != null) {
            profile.open();
        }
        count(times.measure());
        if (profile != null) {
            profile.close();
        }
        running = false;
        if (profile != null) {
            profile.finish();
        }
        return watch.sample(latencies);
    }

    private void count(double seconds) {
        reactor.call(() -> recording = true);
        watch.start();
        Stopwatch.sleep(seconds);
        watch.stop();
        reactor.call(() -> recording = false);
    }

    private void run(Runnable begin) {
        reactor.call(() -> {
            running = true;
            begin.run();
        });
    }
}
