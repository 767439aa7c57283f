package org.parley.bench.crowd;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.bench.client.Reactor;
import org.parley.bench.load.AtOnce;
import org.parley.bench.load.Latencies;
import org.parley.bench.load.Loop;
import org.parley.bench.load.Sample;
import org.parley.bench.load.Stopwatch;
import org.parley.bench.load.Workload;
import org.parley.bench.server.BenchDatabase;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.Filling;
import org.parley.bench.server.People;
import org.parley.bench.server.People.Person;

/** The server is killed and started again, and all of its visitors come back; some of them go on talking. */
public final class Storm implements Workload {

    public static final String NAME = "storm";
    public static final String HALF = "half live s";
    public static final String ALL = "all live s";
    public static final String REFUSED = "refused for good";
    public static final String ACKS = "ack p99 ms";

    private static final int TALKERS = 100;
    private static final int ENTRIES = 20;
    private static final int AT_ONCE = 50;
    private static final double PATIENCE = 180;
    private static final double TALK_BEFORE = 5;

    private final Reactor reactor;
    private final ChatHost host;
    private final int count;
    private List<Person> visitors = List.of();

    public Storm(Reactor reactor, ChatHost host, int count) {
        this.reactor = reactor;
        this.host = host;
        this.count = count;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare() {
        visitors = People.visitors(host.database(), count);
        Filling.waiting(host.database(), visitors.subList(0, TALKERS), ENTRIES);
        Filling.closed(host.database(), visitors.subList(TALKERS, count), ENTRIES);
    }

    @Override
    public Sample measure() {
        long stored = messages();
        Answers answers = new Answers();
        List<Talker> talkers = visitors.stream()
                .limit(TALKERS)
                .map(one -> new Talker(reactor, host, one, Filling.conversation(one.id()), ENTRIES, answers))
                .toList();
        Stream<Returning> others = visitors.stream()
                .skip(TALKERS)
                .map(one -> new Returning(reactor, host, one, Filling.conversation(one.id()), ENTRIES));
        List<Returning> all = Stream.concat(talkers.stream(), others).toList();
        Future<?> heartbeats = reactor.every(1000, () -> all.forEach(Returning::keepAlive));
        AtOnce.run(reactor, count, AT_ONCE, (i, done) -> all.get(i).come(done));
        reactor.call(() -> talkers.forEach(Talker::begin));
        Stopwatch.sleep(TALK_BEFORE);

        Sample sample = outage(all, answers);

        reactor.call(() -> answers.running = false);
        waitFor(() -> talkers.stream().noneMatch(Talker::isWaiting));
        heartbeats.cancel(false);
        reactor.call(() -> all.forEach(Returning::leave));
        long acks = talkers.stream().mapToInt(Talker::acks).sum();
        if (messages() - stored != acks) {
            throw new IllegalStateException(acks + " were acknowledged, " + (messages() - stored) + " are stored");
        }
        return answers.addTo(sample);
    }

    private Sample outage(List<Returning> all, Answers answers) {
        int tries = tries(all);
        host.kill();
        host.startAgain();
        long back = System.nanoTime();
        reactor.call(answers::countAnew);
        waitFor(() -> all.stream().allMatch(one -> one.isLive() || one.refusal() != null));
        Sample sample = new Sample();
        reactor.call(() -> sample(sample, all, back));
        return sample.with("tries each", (double) (tries(all) - tries) / count);
    }

    private static int tries(List<Returning> all) {
        return all.stream().mapToInt(Returning::tries).sum();
    }

    private static void sample(Sample sample, List<Returning> all, long back) {
        List<String> refusals =
                all.stream().map(Returning::refusal).filter(Objects::nonNull).toList();
        refusals.stream().distinct().limit(5).forEach(System.out::println);
        double[] seconds = all.stream()
                .mapToDouble(one -> one.isLive() ? Math.max(0, (one.liveAt() - back) / 1e9) : PATIENCE)
                .sorted()
                .toArray();
        sample.with(HALF, seconds[seconds.length / 2])
                .with(ALL, seconds[seconds.length - 1])
                .with(REFUSED, refusals.size());
    }

    private void waitFor(BooleanSupplier wish) {
        boolean[] fulfilled = {false};
        for (double waited = 0; !fulfilled[0] && waited < PATIENCE; waited += 0.1) {
            Stopwatch.sleep(0.1);
            reactor.call(() -> fulfilled[0] = wish.getAsBoolean());
        }
    }

    private long messages() {
        String those = visitors.stream()
                .limit(TALKERS)
                .map(one -> "'" + Filling.conversation(one.id()) + "'")
                .collect(Collectors.joining(","));
        return BenchDatabase.number(
                host.database(),
                "select count(*) from entry where kind = 'MESSAGE' and conversation_id in (" + those + ")");
    }

    /** The talkers' acks. */
    private static final class Answers implements Loop {
        private Latencies latencies = new Latencies();
        private boolean running = true;

        void countAnew() {
            latencies = new Latencies();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public void record(long nanos) {
            latencies.add(nanos);
        }

        Sample addTo(Sample sample) {
            latencies.sort();
            return sample.with(ACKS, latencies.percentile(0.99))
                    .with("ack p50 ms", latencies.percentile(0.5))
                    .with("acks", latencies.count());
        }
    }
}
