package org.parley.ejb.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * One entity manager for each transaction, behind an {@link EntityManager} that any bean can inject: what
 * {@code @PersistenceContext} does, for a persistence unit whose data source is chosen by a setting (ADR-0005).
 */
@ApplicationScoped
public class TransactionEntityManager {
    @Inject
    Database database;

    @Resource
    TransactionSynchronizationRegistry transactions;

    @Produces
    @ApplicationScoped
    public EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                TransactionEntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(current(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private EntityManager current() {
        if (transactions.getTransactionKey() == null) {
            throw new TransactionRequiredException("The database is reached within a transaction only");
        }
        EntityManager current = (EntityManager) transactions.getResource(TransactionEntityManager.class);
        if (current == null) {
            current = database.factory().createEntityManager();
            current.joinTransaction();
            transactions.putResource(TransactionEntityManager.class, current);
            transactions.registerInterposedSynchronization(new CloseAfterwards(current));
        }
        return current;
    }

    private record CloseAfterwards(EntityManager entityManager) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // The provider flushes by a synchronization of its own.
        }

        @Override
        public void afterCompletion(int status) {
            if (entityManager.isOpen()) {
                entityManager.close();
            }
        }
    }
}
