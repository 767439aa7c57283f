package org.parley.ejb.command;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.command.Command;
import org.parley.api.command.Commands;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.api.security.Circle;
import org.parley.api.security.Role;

/** Lets in whoever may give a command at all, and has it done now or soon. */
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
        Given<Command<R>, R> given = admitted(caller, command);
        given.runNow();
        return given.result();
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public <R> CompletionStage<R> submit(Caller caller, Command<R> command) {
        return shards.submit(admitted(caller, command));
    }

    private <R> Given<Command<R>, R> admitted(Caller caller, Command<R> command) {
        Road<Command<R>, R> road = roads.of(command);
        if (!isIn(road.open())) {
            throw ChatException.forbidden("Your role does not allow that.");
        }
        road.check(command);
        return new Given<>(caller, command, road);
    }

    /** The roles of everybody were asked before the method was called. */
    private boolean isIn(Circle circle) {
        return circle == Circle.EVERYBODY
                || circle.roles().stream().map(Role::group).anyMatch(context::isCallerInRole);
    }
}
