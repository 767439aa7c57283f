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

    /** Work with a connection. */
    public interface Use<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * The work may not close, commit or keep the connection. Flush pending changes of entities before.
     *
     * @throws PersistenceException for errors of the database
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
     * Null when the provider lends none. Hibernate, in WildFly, lends none, but WildFly's pool gives the same
     * connection within a transaction. Others lend it: one connection for each transaction (ADR-0005).
     */
    private Connection ofEntityManager() {
        try {
            return entityManager.unwrap(Connection.class);
        } catch (PersistenceException notLent) {
            return null;
        }
    }
}
