package org.parley.api.visitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.parley.api.security.Caller;

/**
 * Visitors who may not write. While a block is in force their {@code start} and {@code send} are FORBIDDEN. An expired
 * block counts as none.
 */
public interface Blocks {
    /** The longest time after which a block ends by itself. */
    Duration LONGEST = Duration.ofDays(365);

    /**
     * Blocks a visitor and closes their open conversations, or changes the present block. For supervisors, and staff
     * who own or owned a conversation of the visitor.
     *
     * @param change makes the wanted terms from those in force, or from {@link Terms#NONE}; called once, while nobody
     *     else can change them; when it throws, nothing is changed
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown visitor, FORBIDDEN for staff who never spoke
     *     with them, INVALID or TOO_LARGE for length and reason; nothing is changed
     */
    Block block(Caller staff, VisitorId visitor, UnaryOperator<Terms> change);

    /**
     * The terms of a block.
     *
     * @param until when it ends by itself, a minute from now to {@link #LONGEST}; null for never
     * @param reason for staff, or null; at most 200 UTF-16 units
     */
    record Terms(Instant until, String reason) {
        public static final Terms NONE = new Terms(null, null);
    }

    /**
     * Ends a block; no error when there is none. For supervisors, and the operator who blocked.
     *
     * @throws org.parley.api.error.ChatException FORBIDDEN for everybody else
     */
    void lift(Caller staff, VisitorId visitor);

    /** The block in force. For an anonymous visitor it may be the block of another visitor of the same browser. */
    Optional<Block> find(Caller staff, VisitorId visitor);

    /** Whether a block is in force for the visitor, as far as the server can know. */
    boolean hold(VisitorId visitor);

    /** All blocks in force, newest first; at most 1000. */
    List<Block> list(Caller supervisor);
}
