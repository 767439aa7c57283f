package org.parley.ejb.command;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.parley.api.command.Command;
import org.parley.api.command.Mandate;
import org.parley.api.security.Caller;
import org.parley.api.security.Circle;
import org.parley.api.security.Role;

/** @param roles those of the caller's roles that the container has confirmed */
record ConfirmedMandate(Caller caller, Set<Role> roles, Roads roads, Shards shards) implements Mandate {
    @Override
    public <R> CompletionStage<R> submit(Command<R> command) {
        return shards.submit(roads.admitted(caller, command, this::isIn));
    }

    private boolean isIn(Circle circle) {
        return !Collections.disjoint(circle.roles(), roles);
    }
}
