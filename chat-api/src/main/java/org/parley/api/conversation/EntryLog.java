package org.parley.api.conversation;

import org.parley.api.wire.WireName;

/** A conversation's two logs; each has numbers of its own, so that a visitor sees no gap where a note was written. */
public enum EntryLog implements WireName {
    /** For all participants. */
    PUBLIC,
    /** For staff. */
    INTERNAL;
}
