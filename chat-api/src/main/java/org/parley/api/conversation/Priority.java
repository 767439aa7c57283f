package org.parley.api.conversation;

import java.time.Duration;
import org.parley.api.wire.WireName;

/** How urgent a conversation is. It counts as time that was waited: so the urgent ones come first, and nobody starves. */
public enum Priority implements WireName {
    LOW(-1),
    NORMAL(0),
    HIGH(1),
    URGENT(4);

    private final Duration headStart;

    Priority(int hours) {
        headStart = Duration.ofHours(hours);
    }

    /** By how much longer it counts as having waited; negative for {@link #LOW}. */
    public Duration headStart() {
        return headStart;
    }
}
