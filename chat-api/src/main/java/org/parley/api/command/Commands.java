package org.parley.api.command;

import java.util.concurrent.CompletionStage;
import org.parley.api.security.Actor;
import org.parley.api.security.Caller;

/**
 * Runs commands, now or soon. Both ways check the same rights and do the same; events leave after the commit. Each
 * command lists its refusals besides these:
 *
 * <ul>
 *   <li>FORBIDDEN when the role of the container's caller is not in the command's {@link AllowedTo}; for an
 *       {@link Actor}, when {@link org.parley.api.security.Circle#HOUSE} is not; and for a caller of kind SYSTEM, who
 *       is none
 *   <li>NOT_FOUND for anything that the caller may not see, as though it did not exist
 *   <li>UNAVAILABLE when too many commands wait, or the database fails for the moment; the same command may be given
 *       again
 * </ul>
 *
 * A refused command leaves nothing behind, except where it says so.
 */
public interface Commands {
    /**
     * Runs the command now. It joins the caller's JTA transaction, or makes its own: both are committed together, or
     * not at all.
     *
     * @return the command's result; committed only when the transaction is
     * @throws org.parley.api.error.ChatException when it is refused; the transaction is rolled back then
     */
    <R> R run(Caller caller, Command<R> command);

    /**
     * Has the command run soon, in one transaction with other commands (ADR-0012). Nothing here waits for the database.
     * Commands of one conversation keep their order.
     *
     * @return completes after the commit, on another thread; it fails with the refusal
     * @throws org.parley.api.error.ChatException when it can be refused at once
     */
    <R> CompletionStage<R> submit(Caller caller, Command<R> command);

    /**
     * Has the container confirm the caller's roles once for all commands that they will give, as over one connection.
     *
     * @throws org.parley.api.error.ChatException FORBIDDEN for a caller of kind SYSTEM
     */
    Mandate mandate(Caller caller);

    /** As {@link #run(Caller, Command)}, for an actor; it needs no identity of the container. */
    <R> R run(Actor actor, Command<R> command);

    /** As {@link #submit(Caller, Command)}, for an actor; it needs no identity of the container. */
    <R> CompletionStage<R> submit(Actor actor, Command<R> command);
}
