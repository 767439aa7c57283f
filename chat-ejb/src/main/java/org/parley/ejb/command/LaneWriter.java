package org.parley.ejb.command;

import java.util.List;
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
     * Commits what it can, tells the listeners of events, and sets the results.
     *
     * @param commands such as it takes, in the order of arrival
     * @return the ones that it left, for which nothing was stored; or nobody knows, and a careful look has to find out
     */
    List<Given<?, ?>> write(List<Given<?, ?>> commands);

    @Override
    void close();
}
