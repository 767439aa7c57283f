package org.parley.web.connection;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationStatus;

/**
 * The queue as one watcher was told of it. It hears of a conversation that enters, changes within or leaves the queue,
 * and never of one that has left as though it were still there: events may come out of order.
 */
final class QueueView {
    private final Map<UUID, Long> queued = new HashMap<>();
    private final Map<UUID, Long> elsewhere = new RecentMap<>();

    /** @param visible whether it would be part of this watcher's queue, if it waits */
    synchronized boolean isNews(Conversation conversation, boolean visible) {
        UUID id = conversation.id();
        Long known = queued.containsKey(id) ? queued.get(id) : elsewhere.get(id);
        if (known != null && known >= conversation.version()) {
            return false;
        }
        if (visible && conversation.status() == ConversationStatus.QUEUED) {
            elsewhere.remove(id);
            queued.put(id, conversation.version());
            return true;
        }
        elsewhere.put(id, conversation.version());
        return queued.remove(id) != null;
    }

    synchronized void restart() {
        queued.clear();
    }
}
