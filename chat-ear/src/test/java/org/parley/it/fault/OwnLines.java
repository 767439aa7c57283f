package org.parley.it.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.it.fault.Event.Entry;
import org.parley.it.fault.Event.LogName;

/** What a device in batch mode says on one line, and how far the server has told it of each log there. */
final class OwnLines {

    private static final Map<String, String> KINDS = Map.of("send", "message", "note", "note");

    private final String author;
    private final Map<String, ObjectNode> said = new HashMap<>();
    private final Map<LogName, Long> newest = new HashMap<>();
    private boolean batched;

    OwnLines(String author) {
        this.author = author;
    }

    /** @param cursors what the device has of each log when the line begins */
    void begin(Map<LogName, Long> cursors) {
        batched = true;
        newest.putAll(cursors);
    }

    void end() {
        batched = false;
        said.clear();
        newest.clear();
    }

    void say(ObjectNode frame) {
        if (batched && KINDS.containsKey(frame.path("type").asText())) {
            said.put(frame.path("id").asText(), frame);
        }
    }

    /** The entry for which an ack stands; empty for other acks, and outside batch mode. */
    Optional<Entry> entry(JsonNode ack) {
        return Optional.ofNullable(said.remove(ack.path("re").asText())).map(frame -> entry(frame, ack));
    }

    /** The server has told of an entry, in either way. */
    void tell(Entry entry) {
        newest.put(log(entry), entry.seq());
    }

    /** Whether the server has told of all entries before. */
    boolean isNext(Entry entry) {
        return entry.seq() == newest.getOrDefault(log(entry), entry.seq() - 1) + 1;
    }

    private static LogName log(Entry entry) {
        return new LogName(entry.conversation(), entry.log());
    }

    /** Whether an ack has told of the entry already: it may come besides. */
    boolean isTold(Entry entry) {
        return batched && author.equals(entry.author()) && newest.getOrDefault(log(entry), 0L) >= entry.seq();
    }

    private Entry entry(ObjectNode frame, JsonNode ack) {
        String type = frame.path("type").asText();
        return new Entry(
                ack.path("conversation").asText(),
                type.equals("send") ? "public" : "internal",
                ack.path("seq").asLong(),
                KINDS.get(type),
                author,
                frame.path("id").asText(),
                frame.path("text").asText());
    }
}
