package org.parley.ejb.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Single statements of the current transaction that are too frequent for entities (ADR-0032). */
@ApplicationScoped
public class Statements {
    @Inject
    TransactionConnection transaction;

    /**
     * All rows of a select, by the mapping of their entity. Flush pending changes of entities before.
     *
     * @param sql selects the reader's columns
     * @param values as for {@link #update}
     */
    public <T> List<T> select(RowReader<T> reader, String sql, Object... values) {
        return transaction.call(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, values);
                    ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        });
    }

    /** Inserts rows in one statement. Flush pending changes of entities before. */
    public <T> void insert(RowWriter<T> writer, List<T> rows) {
        transaction.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(writer.insert())) {
                for (T row : rows) {
                    writer.bind(statement, row);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /**
     * The first column of all rows. Flush pending changes of entities before.
     *
     * @param values as for {@link #update}
     */
    public List<String> texts(String sql, Object... values) {
        return transaction.call(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, values);
                    ResultSet rows = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        });
    }

    /**
     * Padded to a power of two by repeating the last one: so there are few different statements, which drivers and
     * databases keep.
     */
    public static <T> List<T> padded(Collection<T> values) {
        List<T> padded = new ArrayList<>(values);
        int size = Integer.highestOneBit(Math.max(1, padded.size() * 2 - 1));
        padded.addAll(Collections.nCopies(size - padded.size(), padded.get(padded.size() - 1)));
        return padded;
    }

    /** Marks for values in an SQL list. */
    public static String marks(int count) {
        return "(?" + ",?".repeat(count - 1) + ")";
    }

    /**
     * Flush pending changes of entities before.
     *
     * @param values for the marks, in order: texts, numbers, UUIDs or null
     * @return the number of changed rows
     * @throws jakarta.persistence.PersistenceException for errors of the database
     */
    public int update(String sql, Object... values) {
        return transaction.call(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null || values[i] instanceof String) {
                statement.setString(i + 1, (String) values[i]);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
