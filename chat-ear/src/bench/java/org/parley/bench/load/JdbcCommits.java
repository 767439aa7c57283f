package org.parley.bench.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.parley.bench.server.BenchDatabase;

/**
 * The cost of a message with a transaction of its own: one INSERT and its commit, on each connection again and again.
 */
public final class JdbcCommits implements Workload {

    private static final String TABLE = "create table if not exists single (conversation_id uuid not null,"
            + " log varchar(10) not null, seq bigint not null, at bigint not null, author_id varchar(64) not null,"
            + " text varchar(16000), client_id varchar(64), primary key (conversation_id, log, seq),"
            + " unique (conversation_id, author_id, client_id))";
    private static final String INSERT = "insert into single values (?, 'PUBLIC', ?, ?, ?, ?, ?)";

    private final Times times;
    private final BenchDatabase server;
    private final String database;
    private final int connections;

    public JdbcCommits(Times times, BenchDatabase server, String database, int connections) {
        this.times = times;
        this.server = server;
        this.database = database;
        this.connections = connections;
        BenchDatabase.execute(database, TABLE);
    }

    @Override
    public String name() {
        return "single-row commits " + connections;
    }

    @Override
    public Sample measure() {
        List<Latencies> latencies = new ArrayList<>();
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicBoolean recording = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Latencies own = new Latencies();
                latencies.add(own);
                writers.add(threads.submit(() -> write(own, running, recording)));
            }
            Stopwatch watch = new Stopwatch(0, server.pid());
            Stopwatch.sleep(times.warmUp());
            recording.set(true);
            watch.start();
            Stopwatch.sleep(times.measure());
            watch.stop();
            recording.set(false);
            running.set(false);
            for (Future<?> writer : writers) {
                writer.get();
            }
            return watch.sample(Latencies.of(latencies));
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void write(Latencies latencies, AtomicBoolean running, AtomicBoolean recording) {
        UUID conversation = UUID.randomUUID();
        String author = UUID.randomUUID().toString();
        String text = "x".repeat(100);
        try (Connection connection = BenchDatabase.connect(database);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (long seq = 1; running.get(); seq++) {
                long start = System.nanoTime();
                insert.setObject(1, conversation);
                insert.setLong(2, seq);
                insert.setLong(3, System.currentTimeMillis());
                insert.setString(4, author);
                insert.setString(5, text);
                insert.setString(6, "bench-" + seq);
                insert.executeUpdate();
                connection.commit();
                if (recording.get()) {
                    latencies.add(System.nanoTime() - start);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
