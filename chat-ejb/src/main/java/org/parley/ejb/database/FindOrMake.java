package org.parley.ejb.database;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes a row once, however many want to make it at the same time. */
@ApplicationScoped
public class FindOrMake {
    @Inject
    NewTransaction newTransaction;

    /**
     * Both steps share a transaction of their own. A unique constraint lets one caller make the row; the others find
     * the winner's in another transaction.
     */
    public <T> T row(Supplier<Optional<T>> find, Supplier<T> make) {
        try {
            return newTransaction.call(() -> find.get().orElseGet(make));
        } catch (EJBException lostTheRace) {
            return newTransaction.call(find).orElseThrow(() -> lostTheRace);
        }
    }
}
