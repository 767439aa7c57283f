package org.parley.ejb.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A connection that one thread keeps, outside of the container's transactions, with its prepared statements. After an
 * error it is given back, and the next call opens another one.
 */
public final class KeptConnection implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(KeptConnection.class.getName());

    /**
     * A plan costs more than a small statement, so one is kept; also from when a table was empty and a scan looked
     * cheap, which is forbidden therefore. Nobody's lock may hold up the thread.
     */
    private static final Map<String, String> POSTGRES = Map.of(
            "plan_cache_mode", "force_generic_plan",
            "enable_seqscan", "off",
            "enable_hashjoin", "off",
            "enable_mergejoin", "off",
            "lock_timeout", "'500ms'");

    private final DataSource dataSource;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private Connection connection;
    private boolean isPostgres;

    public KeptConnection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work with the connection. */
    public interface Use<T> {
        T with(KeptConnection kept) throws SQLException;
    }

    /** @throws SQLException when nobody knows whether the work was done; the connection is gone then */
    public <T> T call(Use<T> use) throws SQLException {
        boolean done = false;
        try {
            if (connection == null) {
                open();
            }
            T result = use.with(this);
            done = true;
            return result;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    private void open() throws SQLException {
        connection = dataSource.getConnection();
        isPostgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        connection.setAutoCommit(isPostgres);
        if (isPostgres) {
            for (Map.Entry<String, String> setting : POSTGRES.entrySet()) {
                set(setting.getKey() + " = " + setting.getValue());
            }
        }
    }

    private void set(String setting) throws SQLException {
        try (Statement set = connection.createStatement()) {
            set.execute("set " + setting);
        }
    }

    /** Whether each statement is a transaction of its own; else {@link #commit} ends it. */
    public boolean isPostgres() {
        return isPostgres;
    }

    public PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement kept = statements.get(sql);
        if (kept == null) {
            kept = connection.prepareStatement(sql);
            statements.put(sql, kept);
        }
        return kept;
    }

    /** For {@link PreparedStatement#setArray}. */
    public java.sql.Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    /** Gives the connection back as it came. */
    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        try (Connection back = connection) {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            if (isPostgres) {
                for (String setting : POSTGRES.keySet()) {
                    set(setting + " to default");
                }
            } else {
                back.rollback();
                back.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.log(Level.FINE, "A connection was given back broken", e);
        } finally {
            statements.clear();
            connection = null;
        }
    }
}
