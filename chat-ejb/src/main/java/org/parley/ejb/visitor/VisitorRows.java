package org.parley.ejb.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.parley.api.error.ChatException;
import org.parley.api.visitor.VisitorId;

/** The rows of visitors, whose locks keep commands in order. */
@ApplicationScoped
public class VisitorRows {
    @Inject
    EntityManager entityManager;

    /**
     * The visitor, locked until the transaction ends: so commands that begin a conversation of theirs, or end their
     * right to one, follow each other.
     *
     * @throws ChatException NOT_FOUND when there is none
     */
    public VisitorRow lock(VisitorId id) {
        VisitorRow row = entityManager.find(VisitorRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw ChatException.notFound("visitor");
        }
        return row;
    }
}
