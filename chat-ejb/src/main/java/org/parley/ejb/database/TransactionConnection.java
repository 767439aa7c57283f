package org.parley.ejb.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;

/** The connection of the current transaction, for the few statements that are too frequent for entities (ADR-0013). */
@ApplicationScoped
public class TransactionConnection {
    @Inject
    EntityManager entityManager;

    @Inject
    Database database;

    /** What somebody does with a connection. */
    public interface Use<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Nothing may be closed, committed or kept. The entities' pending changes should be flushed before.
     *
     * @throws PersistenceException for what the database says
     */
    public <T> T call(Use<T> use) {
        try {
            Connection shared = ofEntityManager();
            if (shared != null) {
                return use.with(shared);
            }
            try (Connection enlisted = database.dataSource().getConnection()) {
                return use.with(enlisted);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Null where the provider does not lend it. Hibernate does not; it comes with WildFly, whose pool gives the same
     * connection again within a transaction. Others do: one connection a transaction (ADR-0005).
     */
    private Connection ofEntityManager() {
        try {
            return entityManager.unwrap(Connection.class);
        } catch (PersistenceException notLent) {
            return null;
        }
    }
}
