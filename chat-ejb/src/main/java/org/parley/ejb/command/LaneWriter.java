package org.parley.ejb.command;

import java.util.List;
import java.util.function.Consumer;
import org.parley.api.command.Command;

/**
 * Writes the most frequent commands on a thread of its own, without the container, as long as nothing is unusual: what
 * it leaves, and all refusals, are up to the usual transactions (ADR-0034). One thread uses it.
 */
public interface LaneWriter extends AutoCloseable {
    /** Makes a writer for each lane. */
    interface Maker {
        /** Whether its writers write such commands at all. */
        boolean takes(Command<?> command);

        LaneWriter open();
    }

    /**
     * Commits what it can, and sets the results.
     *
     * @param commands such as it takes, in the order of arrival
     * @param news gets what has to be told of what was committed, in order
     * @return the ones that it left, for which nothing was stored; or nobody knows, and a careful look has to find out
     */
    List<Given<?, ?>> write(List<Given<?, ?>> commands, Consumer<Runnable> news);

    @Override
    void close();
}
