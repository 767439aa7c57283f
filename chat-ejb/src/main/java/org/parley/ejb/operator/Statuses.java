package org.parley.ejb.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.parley.api.error.ChatException;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.operator.PresenceEvent;

/** Changes the status of operators, within the caller's transaction, and announces it after the commit. */
@ApplicationScoped
class Statuses {
    @Inject
    EntityManager entityManager;

    @Inject
    Event<PresenceEvent> presence;

    /** @param session in which the operator chose it; null for a choice by somebody else */
    Operator change(OperatorId operator, OperatorStatus status, String session) {
        OperatorRow row = row(operator, LockModeType.PESSIMISTIC_WRITE);
        row.changeStatus(status, session);
        presence.fire(new PresenceEvent(row.toOperator()));
        return row.toOperator();
    }

    /** @throws ChatException NOT_FOUND */
    OperatorRow row(OperatorId operator, LockModeType lock) {
        OperatorRow row = entityManager.find(OperatorRow.class, operator.value(), lock);
        if (row == null || row.isRemoved()) {
            throw ChatException.notFound("operator");
        }
        return row;
    }
}
