package org.parley.ejb.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.parley.api.error.ChatException;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorCommand.ForceStatus;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.operator.StatusForced;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;

/** Sets an operator's status for a supervisor. */
@ApplicationScoped
class ForcingStatus implements Doer<ForceStatus, Operator> {
    @Inject
    Statuses statuses;

    @Inject
    Event<StatusForced> forced;

    @Override
    public Class<ForceStatus> command() {
        return ForceStatus.class;
    }

    @Override
    public String key(Caller supervisor, ForceStatus force) {
        return force.operator().toString();
    }

    @Override
    public void check(ForceStatus force) {
        if (force.status() == OperatorStatus.ACCEPTING) {
            throw ChatException.invalid("status", "Nobody can be made to accept. Nothing was changed.");
        }
    }

    @Override
    public Operator run(Caller supervisor, ForceStatus force) {
        Operator changed = statuses.change(force.operator(), force.status(), null);
        forced.fire(new StatusForced(changed, supervisor.participant()));
        return changed;
    }
}
