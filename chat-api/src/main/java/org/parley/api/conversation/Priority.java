package org.parley.api.conversation;

import java.time.Duration;
import org.parley.api.wire.WireName;

/**
 * How urgent a conversation is. Urgency counts as waiting time: urgent conversations come first, and nobody waits
 * forever.
 */
public enum Priority implements WireName {
    LOW(-1),
    NORMAL(0),
    HIGH(1),
    URGENT(4);

    private final Duration headStart;

    Priority(int hours) {
        headStart = Duration.ofHours(hours);
    }

    /** The time by which the conversation counts as having waited longer; negative for {@link #LOW}. */
    public Duration headStart() {
        return headStart;
    }
}
