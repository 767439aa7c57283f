package org.parley.web.connection;

import java.util.HashMap;
import java.util.Map;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.ConversationStatus;

/**
 * The queue as one watcher knows it. The watcher hears when a conversation enters, changes within or leaves the queue.
 * Events may come out of order, but one that has left never reappears.
 */
final class QueueView {
    private final Map<ConversationId, Long> queued = new HashMap<>();
    private final Map<ConversationId, Long> elsewhere = new RecentMap<>();

    /** @param visible whether it belongs to this watcher's queue while it waits */
    synchronized boolean isNews(Conversation conversation, boolean visible) {
        ConversationId id = conversation.id();
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
