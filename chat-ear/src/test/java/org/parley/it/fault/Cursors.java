package org.parley.it.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.it.client.Json;
import org.parley.it.fault.Event.Entry;
import org.parley.it.fault.Event.LogName;

/** Which entries a device has: of each log all up to a number. */
final class Cursors {

    private final Map<LogName, Long> newest = new LinkedHashMap<>();

    /** What an entry means to a device. */
    enum Place {
        KNOWN,
        NEXT,
        BEYOND_A_GAP
    }

    /** From now on the device wants the conversation from its first entry. */
    boolean meet(String conversation, boolean staff) {
        boolean isNew = newest.putIfAbsent(new LogName(conversation, "public"), 0L) == null;
        if (staff) {
            newest.putIfAbsent(new LogName(conversation, "internal"), 0L);
        }
        return isNew;
    }

    /** Takes the entry when it is the next one. */
    Place take(Entry entry) {
        LogName log = new LogName(entry.conversation(), entry.log());
        long before = of(log);
        if (entry.seq() <= before) {
            return Place.KNOWN;
        }
        if (entry.seq() > before + 1) {
            return Place.BEYOND_A_GAP;
        }
        newest.put(log, entry.seq());
        return Place.NEXT;
    }

    long of(LogName log) {
        return newest.getOrDefault(log, 0L);
    }

    Map<LogName, Long> all() {
        return new HashMap<>(newest);
    }

    /** As {@code hello} says it. */
    ObjectNode toJson() {
        ObjectNode cursors = Json.object();
        newest.forEach(
                (log, seq) -> cursors.withObjectProperty(log.conversation()).put(log.log(), seq));
        return cursors;
    }
}
