package org.parley.ejb.command;

import org.parley.api.command.Command;
import org.parley.api.security.Caller;

/**
 * Does one kind of command: an application-scoped bean of the command's feature, which is found by {@link #command}.
 * Several commands may share a transaction, so it throws a {@link org.parley.api.error.ChatException} to roll back.
 */
public interface Doer<C extends Command<R>, R> {
    Class<C> command();

    /**
     * Names what the command locks, or what it must not overtake: commands with one key keep their order. Ids of
     * conversations and people are good.
     */
    String key(Caller caller, C command);

    /**
     * Refuses what can be refused without the database, before the command waits for its turn.
     *
     * @throws org.parley.api.error.ChatException INVALID or TOO_LARGE
     */
    default void check(C command) {}

    /**
     * Does it, within a transaction that somebody else begins and ends.
     *
     * @throws org.parley.api.error.ChatException when it is refused; one that does not roll back leaves what was written
     */
    R run(Caller caller, C command);
}
