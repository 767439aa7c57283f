package org.parley.bench.crowd;

import java.util.function.BiFunction;
import org.parley.bench.client.Reactor;
import org.parley.bench.load.DurableRoundTrip;
import org.parley.bench.load.Sample;
import org.parley.bench.load.Times;
import org.parley.bench.load.Workload;
import org.parley.bench.server.BenchDatabase;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.Cpu;
import org.parley.bench.server.Trial;

/** A new server under load from the moment when it answers, on an empty database. */
public final class FirstMinute implements Workload {

    private static final int CONVERSATIONS = 100;
    private static final int NEWCOMERS = 50;

    private final String name;
    private final BenchDatabase database;
    private final Reactor reactor;
    private final BiFunction<ChatHost, Curve, Sample> load;

    private FirstMinute(
            String name, BenchDatabase database, Reactor reactor, BiFunction<ChatHost, Curve, Sample> load) {
        this.name = name;
        this.database = database;
        this.reactor = reactor;
        this.load = load;
    }

    public static FirstMinute ofMessages(Times times, Reactor reactor, BenchDatabase database) {
        return new FirstMinute(
                "first minute, messages",
                database,
                reactor,
                (host, curve) -> new DurableRoundTrip(times, reactor, host, database.pid(), CONVERSATIONS)
                        .connected(curve, curve::follow));
    }

    public static FirstMinute ofStarts(Reactor reactor, BenchDatabase database) {
        return new FirstMinute(
                "first minute, starts",
                database,
                reactor,
                (host, curve) -> new Newcomers(reactor, host, false).come(curve, NEWCOMERS, curve::follow));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Sample measure() {
        String url = database.fresh();
        long began = System.nanoTime();
        try (ChatHost host = new ChatHost("first-minute", url, Trial.asked())) {
            double seconds = (System.nanoTime() - began) / 1e9;
            double processor = Cpu.seconds(host.pid());
            Curve curve = new Curve(reactor);
            return load.apply(host, curve).with("start s", seconds).with("start processor s", processor);
        }
    }
}
