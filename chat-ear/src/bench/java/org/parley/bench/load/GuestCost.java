package org.parley.bench.load;

import java.util.List;
import org.parley.bench.client.Entrance;
import org.parley.bench.client.Reactor;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.Cpu;
import org.parley.bench.server.People;

/** What a visitor's hello and start cost server and database, by processor time. */
public final class GuestCost {

    public static final String HELLO = "hello µs";
    public static final String START = "start µs";

    private static final int VISITORS = 250;
    private static final int TIMES = 4;
    private static final int AT_ONCE = 16;

    private final Reactor reactor;
    private final ChatHost host;
    private final long database;
    private double hello;
    private double start;

    public GuestCost(Reactor reactor, ChatHost host, long database) {
        this.reactor = reactor;
        this.host = host;
        this.database = database;
    }

    /** The conversations are closed in between, so that few wait besides those that are part of the workload. */
    public Sample addTo(Sample sample) {
        hello = 0;
        start = 0;
        for (int time = 0; time < TIMES; time++) {
            visit();
        }
        int all = TIMES * VISITORS;
        return sample.with(HELLO, 1e6 * hello / all).with(START, 1e6 * start / all);
    }

    private void visit() {
        List<Guest> guests = People.visitors(host.database(), VISITORS).stream()
                .map(Guest::new)
                .toList();
        Entrance.open(reactor, host.socket(), guests);
        double before = seconds();
        AtOnce.run(reactor, VISITORS, AT_ONCE, (i, done) -> guests.get(i).hello(done));
        double between = seconds();
        AtOnce.run(reactor, VISITORS, AT_ONCE, (i, done) -> guests.get(i).start(done));
        hello += between - before;
        start += seconds() - between;
        AtOnce.run(reactor, VISITORS, AT_ONCE, (i, done) -> guests.get(i).end(done));
        reactor.call(() -> guests.forEach(Guest::leave));
    }

    private double seconds() {
        return Cpu.seconds(host.pid()) + Cpu.seconds(database);
    }
}
