package org.parley.api.invitation;

import org.parley.api.wire.WireName;

/** What an invitation does to the visitor. */
public enum InvitationMode implements WireName {
    /** Asks: the conversation begins when the visitor answers. */
    INVITE,
    /** The conversation is there at once, and the visitor's window opens with it. */
    OPEN;
}
