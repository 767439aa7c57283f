package org.parley.it.fault;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.parley.it.client.Cast;
import org.parley.it.client.Tokens;
import org.parley.it.fault.Event.Delivered;
import org.parley.it.fault.Event.Met;
import org.parley.it.fault.Event.Struck;
import org.parley.it.server.ParleyServer;
import org.parley.it.server.Postgres;

/** People who talk while everything around them breaks, as drawn from a seed. */
final class FaultRun implements Closeable {

    private static final int VISITORS = 4;
    private static final int OPERATORS = 2;
    private static final int DEVICES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final SplittableRandom random;
    private final History history;
    private final Postgres postgres = Postgres.own();
    private final ParleyServer server = ParleyServer.on(postgres).with("parley.heartbeat", 4);
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, FaultRun::daemon);
    private final ScheduledExecutorService polling = Executors.newSingleThreadScheduledExecutor(FaultRun::daemon);
    private final ExecutorService callbacks = Executors.newFixedThreadPool(2, FaultRun::daemon);
    private final AtomicInteger copies = new AtomicInteger();
    private final List<ReconnectingDevice> devices = new ArrayList<>();
    private final List<Workload> workloads = new ArrayList<>();
    private final List<String> inVain = new ArrayList<>();
    private Network network;
    private Weather weather;
    private boolean hasLanes = true;
    private int kills;
    private int stops;
    private int databaseStops;
    private int databaseCrashes;

    FaultRun(long seed, History history) {
        this.random = new SplittableRandom(seed);
        this.history = history;
    }

    /** Starts the server and lets everybody in. */
    void begin() {
        server.start();
        network = Network.to(server);
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(callbacks)
                .build();
        try (Cast cast = new Cast(server)) {
            for (int i = 1; i <= VISITORS; i++) {
                Cast.Visitor visitor = cast.visitor();
                equip(new Person(visitor.id(), false, visitor.token()), "visitor" + i, client);
            }
            for (int i = 1; i <= OPERATORS; i++) {
                equip(operator(cast, "operator" + i), "operator" + i, client);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        devices.forEach(ReconnectingDevice::connect);
        workloads.forEach(Workload::begin);
        weather = new Weather(network, timer, random.split());
        weather.begin();
    }

    private void equip(Person person, String name, HttpClient client) {
        for (int i = 1; i <= DEVICES; i++) {
            // Every second person has a device whose network blocks sockets.
            boolean polls = i == DEVICES && devices.size() % (2 * DEVICES) == 1;
            ReconnectingDevice device = new ReconnectingDevice(
                    person,
                    name + (polls ? "-polls" : "-" + i),
                    polls
                            ? PollTransport.to(client, network.at("/api/v1/poll"), polling)
                            : SocketTransport.to(client, network.socket()),
                    history,
                    timer,
                    random.split());
            person.own(device);
            devices.add(device);
            workloads.add(new Workload(person, device, timer, random.split(), copies));
        }
    }

    private static Person operator(Cast cast, String name) {
        String subject = Cast.unique("op");
        String token = Tokens.PROVIDER.sign(
                Tokens.claims(subject, name, "chat-operator").expirationTime(Tokens.in(Duration.ofHours(24))));
        String id = cast.connect(token).hello().path("self").path("id").asText();
        return new Person(id, true, token);
    }

    // Disasters

    void killServer() {
        struck("server: kill -9");
        server.kill();
        kills++;
    }

    /** An orderly end: everybody is told to come back. */
    void stopServer() {
        struck("server: stop");
        server.stop();
        stops++;
    }

    /** Each start has the other of the two ways into the log. */
    void startServer() {
        hasLanes = !hasLanes;
        server.with("parley.journal.lanes", hasLanes).start();
        struck("server: answers again");
    }

    /** An orderly stop or a crash, as drawn; and the start after it. */
    void restartDatabase() {
        if (random.nextBoolean()) {
            struck("database: stop");
            postgres.stop();
            databaseStops++;
        } else {
            struck("database: crash");
            postgres.crash();
            databaseCrashes++;
        }
        postgres.start();
        struck("database: answers again");
    }

    private void struck(String what) {
        history.add(new Struck(what));
    }

    /** Waits until so much more has been acknowledged and so many connections were cut in all. */
    void awaitProgress(int acks, int cuts) {
        int goal = history.written() + acks;
        awaitThat("acks and cuts go on", () -> history.written() >= goal && network.allCuts() >= cuts);
    }

    // The end

    /** Lets everything heal, waits until every device has all entries, and returns the logs. */
    List<Stored> settle() {
        workloads.forEach(Workload::end);
        weather.clear();
        struck("everything heals");
        awaitThat("every command is answered", () -> devices.stream().allMatch(device -> device.waiting() == 0));
        devices.forEach(ReconnectingDevice::reconnect);
        awaitThat("every device is back", () -> devices.stream().allMatch(ReconnectingDevice::isLive));
        List<Stored> stored = new Ledger(server).read(conversations());
        awaitThat(
                "every device has everything",
                () -> devices.stream().allMatch(device -> stored.stream().allMatch(device::hasWhatItMet)));
        return stored;
    }

    private Set<String> conversations() {
        Set<String> ids = new LinkedHashSet<>();
        history.all(Met.class).forEach(met -> ids.add(met.conversation()));
        history.all(Delivered.class)
                .forEach(delivery -> ids.add(delivery.entry().conversation()));
        return ids;
    }

    private void awaitThat(String what, BooleanSupplier condition) {
        try {
            await(what).pollInterval(Duration.ofMillis(100)).atMost(PATIENCE).until(condition::getAsBoolean);
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            inVain.add(what + ": " + devices);
            struck("in vain: " + what);
        }
    }

    @Override
    public String toString() {
        return kills + " kills and " + stops + " stops of the server, " + databaseStops + " stops and "
                + databaseCrashes
                + " crashes of the database, " + network.allCuts() + " cuts " + network.cuts() + ", " + weather.delays()
                + " delays, " + weather.stalls() + " stalls, " + copies + " duplicates on purpose";
    }

    /** What did not happen although there was time. */
    List<String> inVain() {
        return inVain;
    }

    int kills() {
        return kills;
    }

    int databaseRestarts() {
        return databaseStops + databaseCrashes;
    }

    int cuts() {
        return network.allCuts();
    }

    @Override
    public void close() throws IOException {
        devices.forEach(ReconnectingDevice::stop);
        timer.shutdownNow();
        polling.shutdownNow();
        if (network != null) {
            network.close();
        }
        server.close();
        postgres.close();
        callbacks.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fault");
        thread.setDaemon(true);
        return thread;
    }
}
