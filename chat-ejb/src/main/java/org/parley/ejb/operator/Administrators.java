package org.parley.ejb.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.function.Predicate;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Role;

/** Ensures that an administrator stays, within the caller's transaction. */
@ApplicationScoped
public class Administrators {
    @Inject
    EntityManager entityManager;

    /** Whether an enabled built-in account is an administrator. */
    boolean hasBuiltIn() {
        return enabled(LockModeType.NONE).stream().anyMatch(OperatorRow::isBuiltIn);
    }

    /**
     * Allows one change of accounts at a time, until the transaction ends, so that two administrators cannot disable
     * each other. Call it before any other row of an operator is locked.
     */
    void lock() {
        enabled(LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * A person of the identity provider may never come back, so of the built-in administrators one stays.
     *
     * @param leaving the operator who will no longer be an administrator; nothing is checked for others
     * @throws ChatException CONFLICT when there is no other
     */
    void checkAnotherStays(OperatorRow leaving) {
        Predicate<OperatorRow> counts = leaving.isBuiltIn() ? OperatorRow::isBuiltIn : row -> true;
        if (leaving.isAdministrator()
                && enabled(LockModeType.NONE).stream()
                        .filter(counts)
                        .allMatch(row -> row.id().equals(leaving.id()))) {
            throw new ChatException(
                    ErrorCode.CONFLICT,
                    "This is the last administrator who can sign in. Make or enable another account with the role"
                            + " chat-admin first. Nothing was changed.");
        }
    }

    private List<OperatorRow> enabled(LockModeType lock) {
        return entityManager
                .createQuery("""
                        select o
                        from OperatorRow o
                        where o.role = :role and o.enabled = true and o.removed = false
                        order by o.id""", OperatorRow.class)
                .setParameter("role", Role.ADMIN)
                .setLockMode(lock)
                .getResultStream()
                .filter(OperatorRow::isAdministrator)
                .toList();
    }
}
