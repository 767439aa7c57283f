package org.parley.web.connection;

import org.parley.api.conversation.EntryLog;

/** The newest numbers that a device has of a conversation's logs; 0 for none. */
public record Cursor(long publicSeq, long internalSeq) {
    public long of(EntryLog log) {
        return log == EntryLog.PUBLIC ? publicSeq : internalSeq;
    }
}
