package org.parley.api.invitation;

import java.util.Locale;

/** What an invitation does to the visitor. */
public enum InvitationMode {
    /** Asks: the conversation begins when the visitor answers. */
    INVITE,
    /** The conversation is there at once, and the visitor's window opens with it. */
    OPEN;

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
