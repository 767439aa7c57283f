package org.parley.bench.load;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.parley.bench.client.Entrance;
import org.parley.bench.client.Reactor;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.Filling;
import org.parley.bench.server.People;
import org.parley.bench.server.People.Person;

/** W4: 100 devices say hello at once, and each lacks the 1,000 entries of its conversation. */
public final class MissedEntries implements Workload {

    private static final int CLIENTS = 100;
    private static final int ENTRIES = 1000;

    private final Reactor reactor;
    private final ChatHost host;
    private final long database;
    private List<Person> visitors = List.of();

    public MissedEntries(Reactor reactor, ChatHost host, long database) {
        this.reactor = reactor;
        this.host = host;
        this.database = database;
    }

    @Override
    public String name() {
        return "W4 catching up";
    }

    @Override
    public void prepare() {
        visitors = People.visitors(host.database(), CLIENTS);
        Filling.waiting(host.database(), visitors, ENTRIES);
        measure();
    }

    @Override
    public Sample measure() {
        CountDownLatch missing = new CountDownLatch(CLIENTS);
        Latencies latencies = new Latencies();
        List<Device> devices = visitors.stream()
                .map(visitor -> new Device(visitor, latencies, missing))
                .collect(Collectors.toList());
        Entrance.open(reactor, host.socket(), devices);
        Stopwatch watch = new Stopwatch(host.pid(), database);
        watch.start();
        reactor.call(() -> devices.forEach(Device::begin));
        try {
            if (!missing.await(120, TimeUnit.SECONDS)) {
                throw new IllegalStateException(name() + ": " + missing.getCount() + " were not synced");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        watch.stop();
        reactor.call(() -> devices.forEach(Device::leave));
        if (devices.stream().anyMatch(device -> device.entries != ENTRIES)) {
            throw new IllegalStateException(name() + ": a device did not get its " + ENTRIES + " entries");
        }
        double entries = (double) CLIENTS * ENTRIES;
        latencies.sort();
        return watch.cost(
                new Sample()
                        .with("entries per second", entries / watch.elapsed())
                        .with("synced p50 ms", latencies.percentile(0.5))
                        .with("synced last ms", latencies.percentile(1)),
                (long) entries);
    }

    private static final class Device extends ChatPeer {
        private final Latencies latencies;
        private final CountDownLatch missing;
        private long began;
        private int entries;

        Device(Person person, Latencies latencies, CountDownLatch missing) {
            super(person);
            this.latencies = latencies;
            this.missing = missing;
            has(Filling.conversation(person.id()), 0);
        }

        @Override
        protected void arrive() {
            beReady();
        }

        void begin() {
            began = System.nanoTime();
            greet();
        }

        @Override
        protected void entry(byte[] bytes, int from, int to) {
            entries++;
        }

        @Override
        protected void synced() {
            latencies.add(System.nanoTime() - began);
            missing.countDown();
        }
    }
}
