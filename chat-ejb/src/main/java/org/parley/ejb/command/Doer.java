package org.parley.ejb.command;

import org.parley.api.command.Command;
import org.parley.api.security.Caller;

/**
 * Runs one type of command: an application-scoped bean in the package of the command's feature, found by
 * {@link #command}. Several commands may share a transaction, so it throws a {@link org.parley.api.error.ChatException}
 * to roll back.
 */
public interface Doer<C extends Command<R>, R> {
    Class<C> command();

    /**
     * Names the row that the command locks, or must not overtake: commands with the same key keep their order. Use the
     * id of a conversation or person.
     */
    String key(Caller caller, C command);

    /**
     * Refuses what needs no database to be refused, before the command waits for its turn.
     *
     * @throws org.parley.api.error.ChatException INVALID or TOO_LARGE
     */
    default void check(C command) {}

    /**
     * Runs the command within the caller's transaction.
     *
     * @throws org.parley.api.error.ChatException when it is refused; an exception without rollback keeps what was
     *     written
     */
    R run(Caller caller, C command);
}
