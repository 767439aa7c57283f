package org.parley.api.conversation;

import org.parley.api.wire.WireName;

/** The two logs of a conversation. Each has its own numbers, so that a visitor sees no gap in place of a note. */
public enum EntryLog implements WireName {
    /** For all participants. */
    PUBLIC,
    /** For staff. */
    INTERNAL;
}
