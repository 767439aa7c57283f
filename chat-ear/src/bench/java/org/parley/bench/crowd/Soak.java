package org.parley.bench.crowd;

import java.util.concurrent.CompletableFuture;
import org.parley.bench.client.Reactor;
import org.parley.bench.load.DurableRoundTrip;
import org.parley.bench.load.Sample;
import org.parley.bench.load.Times;
import org.parley.bench.load.Workload;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.Holdings;

/** Half the messages that the server can do, and arrivals beside them, for hours: does it hold more and more? */
public final class Soak implements Workload {

    public static final String NAME = "soak";
    public static final String HEAP = "heap, end to start";
    public static final String THREADS = "threads, end to start";
    public static final String FILES = "files, end to start";

    private static final int CONVERSATIONS = 100;
    private static final long NEWCOMERS_PAUSE_MILLIS = 500;
    /** After this part of the time the first figures are taken: caches are full, and code is compiled. */
    private static final double SETTLED = 0.1;

    private final Times times;
    private final Reactor reactor;
    private final ChatHost host;
    private final long database;
    private final double seconds;

    public Soak(Times times, Reactor reactor, ChatHost host, long database, double minutes) {
        this.times = times;
        this.reactor = reactor;
        this.host = host;
        this.database = database;
        this.seconds = 60 * minutes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Sample measure() {
        DurableRoundTrip full = new DurableRoundTrip(times, reactor, host, database, CONVERSATIONS);
        full.prepare();
        double rate = full.measure().figures().get(Sample.RATE);
        load(rate, SETTLED * seconds);
        Holdings start = Holdings.of(host.pid());
        Sample load = load(rate, (1 - SETTLED) * seconds);
        Holdings end = Holdings.of(host.pid());
        return load.with("full per second", rate)
                .with("heap MiB", end.heap() / (1 << 20))
                .with(HEAP, end.heap() / start.heap())
                .with("threads", end.threads())
                .with(THREADS, end.threads() / start.threads())
                .with("files", end.files())
                .with(FILES, end.files() / start.files());
    }

    private Sample load(double fullRate, double duration) {
        long pause = Math.round(2 * 1000 * CONVERSATIONS / fullRate);
        Paced messages = new Paced(reactor, pause, duration);
        Paced arrivals = new Paced(reactor, NEWCOMERS_PAUSE_MILLIS, duration);
        CompletableFuture<Sample> people = CompletableFuture.supplyAsync(
                () -> new Newcomers(reactor, host, true).come(arrivals, 1, arrivals::run));
        Sample sample =
                new DurableRoundTrip(times, reactor, host, database, CONVERSATIONS).connected(messages, messages::run);
        return sample.with("arrivals per second", people.join().figures().get(Sample.RATE));
    }
}
