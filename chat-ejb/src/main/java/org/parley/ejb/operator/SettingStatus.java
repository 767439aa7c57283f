package org.parley.ejb.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorCommand.SetStatus;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;

/** Sets an operator's own status. */
@ApplicationScoped
class SettingStatus implements Doer<SetStatus, Operator> {
    @Inject
    Statuses statuses;

    @Override
    public Class<SetStatus> command() {
        return SetStatus.class;
    }

    @Override
    public String key(Caller operator, SetStatus status) {
        return operator.id();
    }

    @Override
    public Operator run(Caller operator, SetStatus status) {
        return statuses.change(operator.operatorId(), status.status(), status.session());
    }
}
