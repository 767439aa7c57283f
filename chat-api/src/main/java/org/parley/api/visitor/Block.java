package org.parley.api.visitor;

import java.time.Instant;
import org.parley.api.conversation.Participant;

/**
 * A visitor who may not write.
 *
 * @param reason for staff; null when none was given
 * @param by the operator who blocked the visitor
 * @param until when it ends by itself; null when it does not
 */
public record Block(Participant visitor, String site, String reason, Participant by, Instant since, Instant until) {
    /** Whether it is in force when the other one is not any more. */
    public boolean outlasts(Block other) {
        return other.until != null && (until == null || until.isAfter(other.until));
    }
}
