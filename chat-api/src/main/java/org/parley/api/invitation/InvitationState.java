package org.parley.api.invitation;

import org.parley.api.wire.WireName;

/** How far an invitation has come. It only moves forward, by reports of the visitor's browser. */
public enum InvitationState implements WireName {
    /** Stored, and on its way. */
    QUEUED,
    /** A device of the visitor has it. */
    DELIVERED,
    /** The visitor can see it. */
    SHOWN,
    /** The visitor wants to talk. */
    ANSWERED,
    /** The visitor does not want to. */
    DISMISSED,
    /** Time ran out, the visitor has gone, or another invitation took its place. */
    EXPIRED;

    /** Whether the visitor can still answer. */
    public boolean isOpen() {
        return compareTo(ANSWERED) < 0;
    }

    public boolean mayBecome(InvitationState next) {
        return isOpen() && next.compareTo(this) > 0;
    }
}
