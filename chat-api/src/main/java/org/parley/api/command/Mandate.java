package org.parley.api.command;

import java.util.concurrent.CompletionStage;

/**
 * One caller's way to give commands, with the roles that the container confirmed when it was made (ADR-0031). It holds
 * as long as those roles do: whoever keeps it lets go of it when the caller's session ends. For any thread.
 */
public interface Mandate {
    /**
     * As {@link Commands#submit(org.parley.api.security.Caller, Command)}, of this caller and with the same refusals;
     * it asks nothing of the container.
     */
    <R> CompletionStage<R> submit(Command<R> command);
}
