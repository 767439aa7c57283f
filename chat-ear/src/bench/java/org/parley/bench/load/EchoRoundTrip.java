package org.parley.bench.load;

import java.util.List;
import java.util.stream.Stream;
import org.parley.bench.client.Entrance;
import org.parley.bench.client.Reactor;
import org.parley.bench.server.Host;

/** The bare echo: 100 bytes there and back, one under way on each connection. */
public final class EchoRoundTrip implements Workload {

    private final Times times;
    private final Reactor reactor;
    private final Host host;
    private final int connections;

    public EchoRoundTrip(Times times, Reactor reactor, Host host, int connections) {
        this.times = times;
        this.reactor = reactor;
        this.host = host;
        this.connections = connections;
    }

    @Override
    public String name() {
        return host.name() + " " + connections;
    }

    @Override
    public void prepare() {
        run(times.first(), 0.1);
    }

    @Override
    public Sample measure() {
        return run(times.warmUp(), times.measure());
    }

    private Sample run(double warmUp, double seconds) {
        List<EchoPeer> peers = Stream.generate(EchoPeer::new).limit(connections).toList();
        Entrance.open(reactor, host.socket(), peers);
        Meter meter = new Meter(reactor, new Stopwatch(host.pid(), 0));
        Sample sample = meter.measure(() -> peers.forEach(peer -> peer.begin(meter)), warmUp, seconds);
        reactor.call(() -> peers.forEach(EchoPeer::leave));
        return sample;
    }
}
