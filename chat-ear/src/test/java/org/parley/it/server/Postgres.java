package org.parley.it.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A real PostgreSQL. Most tests share one, which ends with this JVM; a test that stops or crashes it makes its own. */
public final class Postgres implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final int port = Ports.free();
    private final Path folder = Workshop.folder("postgres");
    private EmbeddedPostgres process;

    private Postgres() {
        start();
    }

    /** The one that tests share. */
    static Postgres get() {
        return Holder.ONLY;
    }

    /** One of its own for a test, running. */
    public static Postgres own() {
        return new Postgres();
    }

    /** Also again, with the same port and the same data. Returns when it answers. */
    public void start() {
        try {
            process = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An orderly end, without waiting for connected clients. */
    public void stop() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL for all of its processes: only committed data is in the database's log. */
    public void crash() {
        ProcessHandle postmaster = process.getProcess().toHandle();
        // First the process that would start the others again.
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
        stop();
    }

    @Override
    public void close() {
        stop();
    }

    /** The JDBC address of an unused database. */
    public String freshDatabase() {
        String name = "parley" + DATABASES.incrementAndGet();
        try (Connection connection = process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://localhost:" + port + "/" + name;
    }

    /** The settings of a server on an unused database. */
    Map<String, String> freshSettings() {
        return Map.of(
                "parley.database.url", freshDatabase(),
                "parley.database.user", "postgres",
                "parley.database.password", "postgres");
    }

    private static final class Holder {
        static final Postgres ONLY = new Postgres();
    }
}
