package org.parley.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.bench.client.Entrance;
import org.parley.bench.client.Reactor;
import org.parley.bench.server.BenchDatabase;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.People;
import org.parley.bench.server.People.Person;

/** W1: a visitor's message, stored and with the operator; one under way in each conversation. */
public final class DurableRoundTrip implements Workload {

    private final Times times;
    private final Reactor reactor;
    private final ChatHost host;
    private final long database;
    private final int conversations;
    private final List<Dialogue> dialogues = new ArrayList<>();

    public DurableRoundTrip(Times times, Reactor reactor, ChatHost host, long database, int conversations) {
        this.times = times;
        this.reactor = reactor;
        this.host = host;
        this.database = database;
        this.conversations = conversations;
    }

    @Override
    public String name() {
        return host.name() + " " + conversations;
    }

    @Override
    public void prepare() {
        Meter meter = new Meter(reactor, host, database);
        connected(meter, begin -> {
            meter.warmUp(begin, times.first());
            return null;
        });
    }

    @Override
    public Sample measure() {
        Meter meter = new Meter(reactor, host, database);
        return connected(meter, begin -> meter.measure(name(), begin, times));
    }

    /** @param load gets what sends the first ones, on the reactor's thread, and returns when the loop is over */
    public Sample connected(Loop loop, Function<Runnable, Sample> load) {
        connect();
        Sample sample = load.apply(() -> dialogues.forEach(one -> one.begin(loop)));
        settle();
        reactor.call(() -> dialogues.forEach(Dialogue::leave));
        check();
        return sample;
    }

    private void connect() {
        boolean isFirst = dialogues.isEmpty();
        if (isFirst) {
            List<Person> visitors = People.visitors(host.database(), conversations);
            List<Person> operators = People.operators(conversations);
            for (int i = 0; i < conversations; i++) {
                dialogues.add(new Dialogue(visitors.get(i), operators.get(i)));
            }
        }
        Entrance.open(
                reactor,
                host.socket(),
                dialogues.stream().map(Dialogue::newVisitorEnd).toList());
        Entrance.open(
                reactor,
                host.socket(),
                dialogues.stream().map(Dialogue::newOperatorEnd).toList());
        if (isFirst) {
            forAll(Dialogue::start);
            forAll(Dialogue::accept);
        }
    }

    private void forAll(BiConsumer<Dialogue, Runnable> step) {
        CountDownLatch missing = new CountDownLatch(dialogues.size());
        reactor.call(() -> dialogues.forEach(one -> step.accept(one, missing::countDown)));
        try {
            if (!missing.await(60, TimeUnit.SECONDS)) {
                checkProblems();
                throw new IllegalStateException(missing.getCount() + " conversations did not begin: "
                        + dialogues.stream().filter(Dialogue::isWaiting).toList());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        checkProblems();
    }

    /** Waits for what is under way. */
    private void settle() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        long[] missing = {1};
        while (missing[0] > 0 && System.nanoTime() < deadline) {
            reactor.call(() -> missing[0] =
                    dialogues.stream().mapToLong(one -> one.sent() - one.acks()).sum());
        }
    }

    private void check() {
        checkProblems();
        long acks = dialogues.stream().mapToLong(Dialogue::acks).sum();
        long sent = dialogues.stream().mapToLong(Dialogue::sent).sum();
        String ids = dialogues.stream().map(one -> "'" + one.id() + "'").collect(Collectors.joining(","));
        long rows = BenchDatabase.number(
                host.database(),
                "select count(*) from entry where kind = 'MESSAGE' and conversation_id in (" + ids + ")");
        if (acks != sent || rows != acks) {
            throw new IllegalStateException(
                    name() + ": " + sent + " were sent, " + acks + " acknowledged, and " + rows + " are stored");
        }
    }

    private void checkProblems() {
        dialogues.stream()
                .map(Dialogue::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(problem -> {
                    throw new IllegalStateException(name() + ": " + problem);
                });
    }
}
