package org.parley.api.conversation;

import java.util.Locale;

/** How urgent a conversation is; the more urgent one is served first, whoever waits longer. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
