package org.parley.api.invitation;

import org.parley.api.wire.WireName;

/** What an invitation does. */
public enum InvitationMode implements WireName {
    /** It asks; the conversation begins when the visitor answers. */
    INVITE,
    /** It begins the conversation at once and opens the visitor's window. */
    OPEN;
}
