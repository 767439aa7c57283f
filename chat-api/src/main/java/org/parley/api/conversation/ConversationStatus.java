package org.parley.api.conversation;

import java.util.Locale;

/** A conversation is queued until an operator accepts it, active until somebody closes it. */
public enum ConversationStatus {
    QUEUED,
    ACTIVE,
    CLOSED;

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
