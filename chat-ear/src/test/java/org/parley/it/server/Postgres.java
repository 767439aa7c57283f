package org.parley.it.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for the whole test run; it ends with this JVM. */
final class Postgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final EmbeddedPostgres process;

    private Postgres() {
        try {
            process = EmbeddedPostgres.builder()
                    .setPort(Ports.free())
                    .setDataDirectory(Workshop.folder("postgres"))
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Postgres get() {
        return Holder.ONLY;
    }

    /** The JDBC address of a database that nobody else uses. */
    String freshDatabase() {
        String name = "parley" + DATABASES.incrementAndGet();
        try (Connection connection = process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://localhost:" + process.getPort() + "/" + name;
    }

    private static final class Holder {
        static final Postgres ONLY = new Postgres();
    }
}
