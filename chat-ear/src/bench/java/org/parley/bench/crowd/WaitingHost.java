package org.parley.bench.crowd;

import java.util.List;
import java.util.concurrent.Future;
import org.parley.bench.client.Entrance;
import org.parley.bench.client.Reactor;
import org.parley.bench.load.ChatPeer;
import org.parley.bench.load.Stopwatch;
import org.parley.bench.server.BenchDatabase;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.Cpu;
import org.parley.bench.server.Desk;
import org.parley.bench.server.Filling;
import org.parley.bench.server.People.Person;

/** A server that is started anew with people who wait; who is connected stays so. */
public final class WaitingHost {

    private static final int HEARTBEAT = 25;
    private static final int BEAT_MILLIS = 1000;
    private static final int ENTRIES = 2;

    private final Reactor reactor;
    private final ChatHost host;
    private final BenchDatabase database;
    private List<ChatPeer> peers = List.of();
    private Future<?> heartbeats;

    public WaitingHost(Reactor reactor, ChatHost host, BenchDatabase database) {
        this.reactor = reactor;
        this.host = host;
        this.database = database;
    }

    Reactor reactor() {
        return reactor;
    }

    ChatHost chat() {
        return host;
    }

    long databasePid() {
        return database.pid();
    }

    /** The server reads it all when it starts, as after any restart. */
    void begin(List<Person> waiting, List<Person> operators) {
        host.kill();
        Desk.clear(host.database());
        Desk.route(host.database());
        if (!waiting.isEmpty()) {
            Filling.waiting(host.database(), waiting, ENTRIES);
        }
        if (!operators.isEmpty()) {
            Desk.seat(host.database(), operators);
        }
        BenchDatabase.execute(host.database(), "vacuum analyze");
        host.startAgain();
    }

    /** They stay until {@link #leave}. */
    void connect(List<Person> people) {
        peers = people.stream().map(ChatPeer::new).toList();
        heartbeats = reactor.every(BEAT_MILLIS, () -> peers.forEach(peer -> peer.keepAlive(HEARTBEAT)));
        Entrance.open(reactor, host.socket(), peers);
    }

    void leave() {
        heartbeats.cancel(false);
        reactor.call(() -> peers.forEach(ChatPeer::leave));
    }

    /** The processors that server and database use while nothing happens, but for these people's heartbeats. */
    double[] watch(double seconds) {
        double[] before = used();
        long began = System.nanoTime();
        Stopwatch.sleep(seconds);
        double elapsed = (System.nanoTime() - began) / 1e9;
        double[] after = used();
        return new double[] {(after[0] - before[0]) / elapsed, (after[1] - before[1]) / elapsed};
    }

    private double[] used() {
        return new double[] {Cpu.seconds(host.pid()), Cpu.seconds(database.pid())};
    }
}
