package org.parley.ejb.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.parley.api.command.AllowedTo;
import org.parley.api.command.Command;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.api.security.Circle;

/** Finds the bean that runs a command, among those of all features. */
@ApplicationScoped
class Roads {
    @Inject
    @Any
    Instance<Doer<?, ?>> alone;

    @Inject
    @Any
    Instance<BatchDoer> together;

    private final Map<Class<?>, Road<?, ?>> roads = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked") // each road stands under the type of its commands
    <R> Road<Command<R>, R> of(Command<R> command) {
        return (Road<Command<R>, R>) roads.computeIfAbsent(command.getClass(), this::find);
    }

    /**
     * Lets a command in.
     *
     * @param isIn whether the caller belongs to a circle
     * @throws ChatException FORBIDDEN when the command is open to none of the caller's circles
     */
    <R> Given<Command<R>, R> admitted(Caller caller, Command<R> command, Predicate<Circle> isIn) {
        Road<Command<R>, R> road = of(command);
        if (road.open().stream().noneMatch(isIn)) {
            throw forbidden();
        }
        road.check(command);
        return new Given<>(caller, command, road);
    }

    static ChatException forbidden() {
        return ChatException.forbidden("Your role does not allow that.");
    }

    private Road<?, ?> find(Class<?> type) {
        Set<Circle> open = Set.of(type.getAnnotation(AllowedTo.class).value());
        for (Doer<?, ?> doer : alone) {
            if (doer.command() == type) {
                return new Road<>(open, doer, null);
            }
        }
        for (BatchDoer doer : together) {
            if (doer.does(type)) {
                return new Road<>(open, null, doer);
            }
        }
        throw new IllegalStateException("No bean does " + type.getName());
    }
}
