package org.parley.web.connection;

import java.util.EnumMap;
import java.util.Map;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.EntryLog;
import org.parley.web.protocol.Absence;

/** One conversation on its way to one device: its logs, and how far this participant has read. */
public final class ConversationFeed {
    private static final int REPLAY = 50;

    private final Map<EntryLog, LogFeed> logs = new EnumMap<>(EntryLog.class);
    private Conversation latest;
    private long read;
    private Absence absence;

    /**
     * @param cursor what the device has; null for a device to which the conversation is new: it gets the last entries
     * @param live whether entries may follow as they come; else only in logs without a gap
     */
    ConversationFeed(
            Conversation conversation, Cursor cursor, boolean forStaff, long read, SendQueue queue, boolean live) {
        this.latest = conversation;
        this.read = read;
        for (EntryLog log : EntryLog.values()) {
            if (forStaff || log == EntryLog.PUBLIC) {
                long head = conversation.head(log);
                long sent = cursor == null ? Math.max(0, head - REPLAY) : Math.min(cursor.of(log), head);
                logs.put(log, new LogFeed(queue, sent, live || sent >= head));
            }
        }
    }

    /** Null when the participant may not see this log. */
    LogFeed log(EntryLog log) {
        return logs.get(log);
    }

    Map<EntryLog, LogFeed> logs() {
        return logs;
    }

    /** Whether a summary is newer than the last one that was sent. */
    synchronized boolean isNews(Conversation conversation) {
        if (conversation.version() <= latest.version()) {
            return false;
        }
        latest = conversation;
        return true;
    }

    /**
     * Whether the device has to hear that the other side has gone, how, or is back.
     *
     * @param now null while they are there, which the device assumes, or while nobody has to be
     */
    public synchronized boolean isNews(Absence now) {
        Absence told = absence;
        absence = now;
        return told == null || now == null ? told != now : told.offline() != now.offline();
    }

    /** The newest known state of the conversation; its heads may be older than its logs. */
    public synchronized Conversation latest() {
        return latest;
    }

    synchronized void readUpTo(long seq) {
        read = Math.max(read, seq);
    }

    synchronized long read() {
        return read;
    }
}
