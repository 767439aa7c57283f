package org.parley.bench.crowd;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.parley.bench.client.Entrance;
import org.parley.bench.client.Reactor;
import org.parley.bench.client.Scan;
import org.parley.bench.load.ChatPeer;
import org.parley.bench.load.Loop;
import org.parley.bench.load.Sample;
import org.parley.bench.load.Stopwatch;
import org.parley.bench.server.BenchDatabase;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.Filling;
import org.parley.bench.server.People;

/**
 * Visitors who arrive: each one asks for a token, connects, says hello and starts with a text. When an operator who
 * watches the queue has been told, the visitor leaves, and the next one comes.
 */
final class Newcomers {

    private static final String NAME = "newcomer-";
    private static final byte[] SUBJECT = ("\"subject\":\"" + NAME).getBytes(StandardCharsets.US_ASCII);

    private static final int HEARTBEAT = 25;

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final Reactor reactor;
    private final ChatHost host;
    private final boolean polite;
    private final ChatPeer watcher;
    private final Map<Long, Newcomer> expected = new HashMap<>();
    private long came;
    private long told;
    private String problem;
    private Loop loop;

    /** @param polite whether they end their conversation before they leave */
    Newcomers(Reactor reactor, ChatHost host, boolean polite) {
        this.reactor = reactor;
        this.host = host;
        this.polite = polite;
        watcher = new ChatPeer(People.operators(1).get(0)) {
            @Override
            protected void synced() {
                command("{\"type\":\"watch\",\"id\":\"watch\",\"topics\":[\"queue\"]}", (none, error) -> {
                    problem = error;
                    beReady();
                });
            }

            @Override
            protected void conversation(byte[] bytes, int from, int to) {
                heard(Scan.number(bytes, from, to, SUBJECT));
            }
        };
    }

    /** Lets them come, so many at a time; returns when the load is over and the last ones have been heard of. */
    Sample come(Loop counting, int places, Function<Runnable, Sample> load) {
        loop = counting;
        long before = stored();
        Entrance.open(reactor, host.socket(), List.of(watcher));
        List<Newcomer> all = Stream.generate(this::newcomer).limit(places).toList();
        Sample sample = load.apply(() -> all.forEach(Newcomer::come));
        settle();
        reactor.call(() -> {
            watcher.leave();
            all.forEach(Newcomer::close);
        });
        check(stored() - before);
        Filling.end(host.database(), NAME);
        return sample;
    }

    private Newcomer newcomer() {
        return new Newcomer(reactor, host, polite, this);
    }

    /** Somebody comes, whose text shall begin so. */
    String expect(Newcomer who) {
        came++;
        long number = NUMBERS.incrementAndGet();
        expected.put(number, who);
        return NAME + number;
    }

    private void heard(long number) {
        Newcomer who = expected.remove(number);
        if (who != null) {
            told++;
            watcher.keepAlive(HEARTBEAT);
            loop.record(who.waited());
            who.told();
        }
    }

    void gone(Newcomer who, String why) {
        problem = why == null ? problem : why;
        loop.again(who::come);
    }

    private void settle() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        boolean[] all = {false};
        while (!all[0] && System.nanoTime() < deadline) {
            reactor.call(() -> all[0] = told == came);
            Stopwatch.sleep(0.01);
        }
    }

    private long stored() {
        return BenchDatabase.number(
                host.database(), "select count(*) from conversation where subject like '" + NAME + "%'");
    }

    private void check(long stored) {
        if (problem != null || told != came || stored != came) {
            throw new IllegalStateException(
                    came + " visitors came, an operator heard of " + told + ", " + stored + " are stored: " + problem);
        }
    }
}
