package org.parley.api.visitor;

import java.time.Instant;
import org.parley.api.conversation.Participant;

/**
 * A visitor who may not write.
 *
 * @param reason for staff; null for none
 * @param by the operator who blocked the visitor
 * @param until when it ends by itself; null for never
 */
public record Block(Participant visitor, String site, String reason, Participant by, Instant since, Instant until) {
    /** Whether it ends later than the other one. */
    public boolean outlasts(Block other) {
        return other.until != null && (until == null || until.isAfter(other.until));
    }
}
