package org.parley.bench.load;

import java.util.List;
import java.util.function.BiFunction;
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
        connected((meter, begin) -> {
            meter.warmUp(begin, times.first());
            return null;
        });
    }

    @Override
    public Sample measure() {
        return connected((meter, begin) -> meter.measure(name(), begin, times));
    }

    private Sample connected(BiFunction<Meter, Runnable, Sample> load) {
        List<EchoPeer> peers = Stream.generate(EchoPeer::new).limit(connections).toList();
        Entrance.open(reactor, host.socket(), peers);
        Meter meter = new Meter(reactor, host, 0);
        Sample sample = load.apply(meter, () -> peers.forEach(peer -> peer.begin(meter)));
        reactor.call(() -> peers.forEach(EchoPeer::leave));
        return sample;
    }
}
