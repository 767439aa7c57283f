package org.parley.ejb.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import org.parley.api.error.ChatException;
import org.parley.api.visitor.VisitorId;

/** The rows of visitors, whose locks keep commands in order. */
@ApplicationScoped
public class VisitorRows {
    @Inject
    EntityManager entityManager;

    /** The existing ones of these, locked in the same order for all callers. */
    public List<VisitorRow> lock(Collection<VisitorId> ids) {
        return entityManager
                .createQuery("select v from VisitorRow v where v.id in :ids order by v.id", VisitorRow.class)
                .setParameter("ids", ids.stream().map(VisitorId::value).toList())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

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
