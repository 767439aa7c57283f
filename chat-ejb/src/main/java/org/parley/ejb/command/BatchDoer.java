package org.parley.ejb.command;

import java.util.List;
import org.parley.api.command.Command;
import org.parley.api.security.Caller;

/** Runs many commands of some types at once, which is cheaper than one after the other (ADR-0013). */
public interface BatchDoer {
    /** Whether this bean runs commands of the type. */
    boolean does(Class<?> type);

    /** As {@link Doer#key}. */
    String key(Caller caller, Command<?> command);

    /** As {@link Doer#check}. */
    void check(Command<?> command);

    /**
     * Runs them within the caller's transaction, and tells each its outcome; a refused one does not affect the others.
     *
     * @param careful whether commands may be repeats of earlier ones; without it a repeat may fail all of them
     */
    void run(List<? extends Given<?, ?>> commands, boolean careful);
}
