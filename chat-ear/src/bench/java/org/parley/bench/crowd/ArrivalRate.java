package org.parley.bench.crowd;

import org.parley.bench.client.Reactor;
import org.parley.bench.load.Meter;
import org.parley.bench.load.Sample;
import org.parley.bench.load.Times;
import org.parley.bench.load.Workload;
import org.parley.bench.server.ChatHost;

/** Whole arrivals, 50 at any time, until an operator has been told. */
public final class ArrivalRate implements Workload {

    public static final String NAME = "arrival, whole";

    private static final int AT_ONCE = 50;

    private final Times times;
    private final Reactor reactor;
    private final ChatHost host;
    private final long database;

    public ArrivalRate(Times times, Reactor reactor, ChatHost host, long database) {
        this.times = times;
        this.reactor = reactor;
        this.host = host;
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare() {
        Meter meter = new Meter(reactor, host, database);
        new Newcomers(reactor, host, false).come(meter, AT_ONCE, begin -> {
            meter.warmUp(begin, times.first());
            return null;
        });
    }

    @Override
    public Sample measure() {
        Meter meter = new Meter(reactor, host, database);
        return new Newcomers(reactor, host, false).come(meter, AT_ONCE, begin -> meter.measure(name(), begin, times));
    }
}
