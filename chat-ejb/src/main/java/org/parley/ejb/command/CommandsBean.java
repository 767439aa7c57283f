package org.parley.ejb.command;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.parley.api.command.Command;
import org.parley.api.command.Commands;
import org.parley.api.command.Mandate;
import org.parley.api.security.Actor;
import org.parley.api.security.Caller;
import org.parley.api.security.Circle;
import org.parley.api.security.Role;

/** Checks whether the caller may give the command at all, and has it run now or soon. */
@Stateless
@RolesAllowed({Role.Names.VISITOR, Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class CommandsBean implements Commands {
    @Resource
    SessionContext context;

    @Inject
    Roads roads;

    @Inject
    Shards shards;

    @Override
    public <R> R run(Caller caller, Command<R> command) {
        return now(admitted(caller, command));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public <R> CompletionStage<R> submit(Caller caller, Command<R> command) {
        return shards.submit(admitted(caller, command));
    }

    /** Only the caller's own roles are asked for: Payara keeps for each caller what it computes to refuse one. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Mandate mandate(Caller caller) {
        refuseHouse(caller);
        Set<Role> confirmed = caller.roles().stream()
                .filter(role -> context.isCallerInRole(role.group()))
                .collect(Collectors.toUnmodifiableSet());
        return new ConfirmedMandate(caller, confirmed, roads, shards);
    }

    @Override
    @PermitAll // the commands say what an actor may; persons use the other method
    public <R> R run(Actor actor, Command<R> command) {
        return now(admitted(actor, command));
    }

    @Override
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public <R> CompletionStage<R> submit(Actor actor, Command<R> command) {
        return shards.submit(admitted(actor, command));
    }

    private static <R> R now(Given<Command<R>, R> given) {
        given.runNow();
        return given.result();
    }

    private <R> Given<Command<R>, R> admitted(Caller caller, Command<R> command) {
        refuseHouse(caller);
        return roads.admitted(caller, command, this::isIn);
    }

    private <R> Given<Command<R>, R> admitted(Actor actor, Command<R> command) {
        return roads.admitted(Caller.of(actor), command, Circle.HOUSE::equals);
    }

    /** The roles of everybody were asked before the method was called. */
    private boolean isIn(Circle circle) {
        return circle == Circle.EVERYBODY
                || circle.roles().stream().map(Role::group).anyMatch(context::isCallerInRole);
    }

    private static void refuseHouse(Caller caller) {
        if (caller.isHouse()) {
            throw Roads.forbidden();
        }
    }
}
