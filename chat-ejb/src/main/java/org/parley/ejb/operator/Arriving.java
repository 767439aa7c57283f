package org.parley.ejb.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorCommand.Arrive;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;

/** Makes supervisors and administrators away who accepted in an earlier session. */
@ApplicationScoped
class Arriving implements Doer<Arrive, Operator> {
    @Inject
    Statuses statuses;

    @Override
    public Class<Arrive> command() {
        return Arrive.class;
    }

    @Override
    public String key(Caller operator, Arrive arrive) {
        return operator.id();
    }

    @Override
    public Operator run(Caller operator, Arrive arrive) {
        OperatorRow row = statuses.row(operator.operatorId(), LockModeType.NONE);
        return row.acceptsOfOld(arrive.session())
                ? statuses.change(row.id(), OperatorStatus.AWAY, arrive.session())
                : row.toOperator();
    }
}
