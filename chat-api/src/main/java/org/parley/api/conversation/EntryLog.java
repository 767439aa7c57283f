package org.parley.api.conversation;

import java.util.Locale;

/** A conversation's two logs; each has numbers of its own, so that a visitor sees no gap where a note was written. */
public enum EntryLog {
    /** For all participants. */
    PUBLIC,
    /** For staff. */
    INTERNAL;

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
