package org.parley.api.conversation;

import java.util.Locale;

/** What a participant or author is. */
public enum ParticipantKind {
    VISITOR,
    OPERATOR,
    BOT,
    SYSTEM;

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
