package org.parley.web.connection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.api.conversation.ConversationId;

/** Keeps the newest 500 conversations that were put in, and forgets older ones. */
final class RecentMap<V> extends LinkedHashMap<ConversationId, V> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 500;

    @Override
    protected boolean removeEldestEntry(Map.Entry<ConversationId, V> eldest) {
        return size() > MOST;
    }
}
