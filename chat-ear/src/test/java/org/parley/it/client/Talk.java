package org.parley.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** A conversation that an operator has accepted, with one device on each side. */
public record Talk(String id, Cast.Visitor person, ChatSocket visitor, Cast.Operator staff, ChatSocket operator) {

    static Talk begin(Cast.Visitor person, Cast.Operator staff) {
        ChatSocket visitor = person.live();
        String id = visitor.ack("start").path("conversation").asText();
        ChatSocket operator = staff.live();
        operator.ack("accept", "conversation", id);
        visitor.awaitKind(id, "assigned");
        operator.awaitKind(id, "assigned");
        return new Talk(id, person, visitor, staff, operator);
    }

    /** The text's number. */
    public int say(Device who, String text) {
        return who.ack("send", "conversation", id, "text", text).path("seq").asInt();
    }

    /** The newest number of the public log. */
    public int head() {
        return sync(visitor, 0, 1).path("head").asInt();
    }

    public JsonNode sync(Device who, int after, int limit) {
        return who.ack("sync", "conversation", id, "log", "public", "after", after, "limit", limit);
    }

    /** The whole public log, page by page. */
    public List<JsonNode> log(Device who) {
        return log(who, id);
    }

    public static List<JsonNode> log(Device who, String conversation) {
        java.util.ArrayList<JsonNode> entries = new java.util.ArrayList<>();
        while (true) {
            JsonNode page = who.ack(
                    "sync", "conversation", conversation, "log", "public", "after", entries.size(), "limit", 200);
            page.path("entries").forEach(entries::add);
            if (entries.size() >= page.path("head").asInt()
                    || page.path("entries").isEmpty()) {
                return entries;
            }
        }
    }

    public static List<String> texts(Iterable<JsonNode> entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> "message".equals(entry.path("kind").asText()))
                .map(entry -> entry.path("text").asText())
                .toList();
    }

    public static List<Integer> numbers(Iterable<JsonNode> entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.path("seq").asInt())
                .toList();
    }
}
