package org.parley.ejb.command;

import java.util.List;
import org.parley.api.command.Command;

/** Does many commands of some kinds at once, for less than one after the other would cost (ADR-0013). */
public interface BatchDoer {
    /** Whether this is who does commands of that type. */
    boolean does(Class<?> type);

    /** As {@link Doer#key}. */
    String key(Command<?> command);

    /** As {@link Doer#check}. */
    void check(Command<?> command);

    /**
     * Does them within a transaction that somebody else begins and ends, and tells each what becomes of it: a refused one
     * costs the others nothing.
     *
     * @param careful whether commands may be repeats of earlier ones; without it a repeat may fail all of them
     */
    void run(List<? extends Given<?, ?>> commands, boolean careful);
}
