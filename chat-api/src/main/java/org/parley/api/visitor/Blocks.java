package org.parley.api.visitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.parley.api.security.Caller;

/**
 * Visitors who may not write. While a block is in force their {@code start} and {@code send} are FORBIDDEN. One that has
 * run out is as though it were not there.
 */
public interface Blocks {
    /** The longest time after which a block ends by itself. */
    Duration LONGEST = Duration.ofDays(365);

    /**
     * Blocks a visitor and closes their open conversations, or changes the block that is in force. Whoever owns or owned a
     * conversation of the visitor may, and who oversees.
     *
     * @param change makes the wanted terms of those in force, or of {@link Terms#NONE}; called once, while nobody else can
     *     change them; what it throws leaves everything as it was
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown visitor, FORBIDDEN for staff who never spoke with
     *     them, INVALID or TOO_LARGE for length and reason; nothing is changed
     */
    Block block(Caller staff, UUID visitor, UnaryOperator<Terms> change);

    /**
     * How a visitor is blocked.
     *
     * @param until when it ends by itself, a minute from now to {@link #LONGEST}; null when it does not
     * @param reason for staff, or null; at most 200 UTF-16 units
     */
    record Terms(Instant until, String reason) {
        public static final Terms NONE = new Terms(null, null);
    }

    /**
     * Ends a block; one that is not there is no error. Whoever blocked the visitor may, and who oversees.
     *
     * @throws org.parley.api.error.ChatException FORBIDDEN for everybody else
     */
    void lift(Caller staff, UUID visitor);

    /** For one for whom no site vouches it may be that of another visitor of the same browser. */
    Optional<Block> find(Caller staff, UUID visitor);

    /** Whether one is in force for the visitor, as far as that can be known. */
    boolean hold(UUID visitor);

    /** All that are in force, newest first; at most 1000. */
    List<Block> list(Caller supervisor);
}
