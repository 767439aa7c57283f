package org.parley.bench.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.parley.it.server.Ports;
import org.parley.it.server.Workshop;

/** A PostgreSQL that writes to the disk before it confirms a commit. */
public final class BenchDatabase implements AutoCloseable {

    private final EmbeddedPostgres process;
    private int databases;

    public BenchDatabase() {
        try {
            // Embedded, it would start with -F, which is fsync off: good for tests, but false figures here.
            process = EmbeddedPostgres.builder()
                    .setPort(Ports.free())
                    .setDataDirectory(Workshop.folder("bench-postgres"))
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String setting : new String[] {"fsync", "synchronous_commit"}) {
            if (!"on".equals(text(url("postgres"), "show " + setting))) {
                throw new IllegalStateException("PostgreSQL runs without " + setting);
            }
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + process.getPort() + "/" + database;
    }

    /** The JDBC address of an empty database; user and password are postgres. */
    public String fresh() {
        String name = "bench" + ++databases;
        execute(url("postgres"), "create database " + name);
        return url(name);
    }

    public String version() {
        return text(url("postgres"), "show server_version");
    }

    /** The process whose children do the work; the backend that answers is one of them. */
    public long pid() {
        try (Connection connection = connect(url("postgres"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_backend_pid()")) {
            result.next();
            return ProcessHandle.of(result.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .map(ProcessHandle::pid)
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    public static void execute(String url, String sql) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(String url, String query) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long number(String url, String query) {
        return Long.parseLong(text(url, query));
    }

    @Override
    public void close() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
