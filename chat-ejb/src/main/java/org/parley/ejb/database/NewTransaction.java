package org.parley.ejb.database;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Optional;
import java.util.function.Supplier;

/** Work in a transaction of its own, whatever the caller has open. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NewTransaction {
    public <T> T call(Supplier<T> work) {
        return work.get();
    }

    /**
     * A row that many may want to make at once: a unique constraint lets one of them, the others read the winner's.
     * Call it through another bean's reference, outside a transaction.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public <T> T findOrMake(NewTransaction self, Supplier<Optional<T>> find, Supplier<T> make) {
        Optional<T> found = self.call(find);
        if (found.isPresent()) {
            return found.get();
        }
        try {
            return self.call(make);
        } catch (EJBException lostTheRace) {
            return self.call(find).orElseThrow(() -> lostTheRace);
        }
    }
}
