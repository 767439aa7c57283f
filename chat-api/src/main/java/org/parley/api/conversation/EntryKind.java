package org.parley.api.conversation;

import org.parley.api.wire.WireName;

/** What an entry says; {@code docs/protocol.md} has the {@code data} of each kind. */
public enum EntryKind implements WireName {
    MESSAGE(EntryLog.PUBLIC),
    LEFT(EntryLog.PUBLIC),
    ASSIGNED(EntryLog.PUBLIC),
    TRANSFERRED(EntryLog.PUBLIC),
    CLOSED(EntryLog.PUBLIC),
    REOPENED(EntryLog.PUBLIC),
    MERGED(EntryLog.PUBLIC),
    IDLE(EntryLog.PUBLIC),
    NOTE(EntryLog.INTERNAL),
    WHISPER(EntryLog.INTERNAL),
    ROUTING(EntryLog.INTERNAL);

    private final EntryLog log;

    EntryKind(EntryLog log) {
        this.log = log;
    }

    /** The log that holds entries of this kind. */
    public EntryLog log() {
        return log;
    }
}
