package org.parley.ejb.command;

import java.util.Set;
import org.parley.api.command.Command;
import org.parley.api.security.Caller;
import org.parley.api.security.Circle;

/**
 * How commands of one type are run, and who may give them.
 *
 * @param alone null for commands that a batch doer runs
 * @param together null for commands that run one after the other
 */
record Road<C extends Command<R>, R>(Set<Circle> open, Doer<C, R> alone, BatchDoer together) {
    boolean isShared() {
        return together != null;
    }

    String key(Caller caller, C command) {
        return isShared() ? together.key(caller, command) : alone.key(caller, command);
    }

    void check(C command) {
        if (isShared()) {
            together.check(command);
        } else {
            alone.check(command);
        }
    }
}
