package org.parley.api.visitor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.api.security.Caller;

/**
 * Visitors who may not write. While a block is in force their {@code start} and {@code send} are FORBIDDEN. One that has
 * run out is as though it were not there.
 */
public interface Blocks {
    /** The longest time after which a block ends by itself. */
    Duration LONGEST = Duration.ofDays(365);

    /**
     * Blocks a visitor and closes their open conversations; a second block replaces the first. Whoever owns or owned a
     * conversation of the visitor may, and who oversees.
     *
     * @param length after which it ends by itself, a minute to {@link #LONGEST}; null for a block that does not
     * @param reason for staff, or null; at most 200 UTF-16 units
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown visitor, FORBIDDEN for staff who never spoke with
     *     them, INVALID or TOO_LARGE for length and reason; nothing is changed
     */
    Block block(Caller staff, UUID visitor, Duration length, String reason);

    /**
     * Ends a block; one that is not there is no error. Whoever blocked the visitor may, and who oversees.
     *
     * @throws org.parley.api.error.ChatException FORBIDDEN for everybody else
     */
    void lift(Caller staff, UUID visitor);

    Optional<Block> find(Caller staff, UUID visitor);

    /** All that are in force, newest first; at most 1000. */
    List<Block> list(Caller supervisor);
}
