package org.parley.bench.load;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.parley.bench.client.Entrance;
import org.parley.bench.client.Reactor;
import org.parley.bench.server.BenchDatabase;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.Filling;
import org.parley.bench.server.People;

/**
 * W3: visitors who are connected begin their conversation with a message; 50 starts are under way at any time, and each
 * is by another visitor. It also tells how fast these visitors came in, with token and hello.
 */
public final class Starts implements Workload {

    private static final int AT_ONCE = 50;
    private static final int FIRST = 300;
    private static final String SUBJECT = "xxxxx";
    private static final String FRAME = "{\"type\":\"start\",\"id\":\"start\",\"text\":\"" + SUBJECT.repeat(20) + "\"}";

    private final Reactor reactor;
    private final ChatHost host;
    private final long database;
    private final int count;
    private String problem;

    public Starts(Reactor reactor, ChatHost host, long database, int count) {
        this.reactor = reactor;
        this.host = host;
        this.database = database;
        this.count = count;
    }

    @Override
    public String name() {
        return "W3 starts";
    }

    @Override
    public void prepare() {
        start(FIRST);
    }

    @Override
    public Sample measure() {
        return start(count);
    }

    private Sample start(int visitors) {
        long before = conversations();
        List<ChatPeer> peers = People.visitors(host.database(), visitors).stream()
                .map(ChatPeer::new)
                .toList();
        long opening = System.nanoTime();
        Entrance.open(reactor, host.socket(), peers);
        double opened = (System.nanoTime() - opening) / 1e9;

        Latencies latencies = new Latencies();
        CountDownLatch missing = new CountDownLatch(visitors);
        Iterator<ChatPeer> next = peers.iterator();
        Stopwatch watch = new Stopwatch(host.pid(), database);
        watch.start();
        reactor.call(() -> {
            for (int i = 0; i < AT_ONCE; i++) {
                startNext(next, latencies, missing);
            }
        });
        await(missing);
        watch.stop();
        reactor.call(() -> peers.forEach(ChatPeer::leave));
        if (problem != null || conversations() - before != visitors) {
            throw new IllegalStateException(name() + ": " + problem + "; " + (conversations() - before)
                    + " conversations of " + visitors + " are stored");
        }
        Filling.end(host.database(), SUBJECT);
        return watch.sample(latencies).with("hellos per second", visitors / opened);
    }

    private void startNext(Iterator<ChatPeer> next, Latencies latencies, CountDownLatch missing) {
        if (!next.hasNext()) {
            return;
        }
        long sentAt = System.nanoTime();
        next.next().command(FRAME, (conversation, error) -> {
            latencies.add(System.nanoTime() - sentAt);
            problem = error == null ? problem : error;
            startNext(next, latencies, missing);
            missing.countDown();
        });
    }

    private long conversations() {
        return BenchDatabase.number(host.database(), "select count(*) from conversation");
    }

    private void await(CountDownLatch missing) {
        try {
            if (!missing.await(120, TimeUnit.SECONDS)) {
                throw new IllegalStateException(name() + ": " + missing.getCount() + " got no answer");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
