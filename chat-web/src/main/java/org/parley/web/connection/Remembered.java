package org.parley.web.connection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What is known of the conversations that were put in last; older ones are forgotten, so that memory has an end. */
final class Remembered<V> extends LinkedHashMap<UUID, V> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 500;

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, V> eldest) {
        return size() > MOST;
    }
}
