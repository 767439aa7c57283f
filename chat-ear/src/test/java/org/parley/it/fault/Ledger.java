package org.parley.it.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Json;
import org.parley.it.fault.Event.Entry;
import org.parley.it.server.Parley;

/** Reads the logs as a supervisor sees them, on a connection that nobody hurts. */
final class Ledger {

    private static final int AT_ONCE = 200;
    private static final int BEYOND_EVERY_HEAD = 1_000_000_000;

    private final Parley server;

    Ledger(Parley server) {
        this.server = server;
    }

    List<Stored> read(Collection<String> conversations) {
        List<String> ids = List.copyOf(conversations);
        List<Stored> found = new ArrayList<>();
        try (Cast cast = new Cast(server)) {
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                ChatSocket socket = cast.connect(cast.token("chat-supervisor"));
                ObjectNode cursors = Json.object();
                ids.subList(from, Math.min(ids.size(), from + AT_ONCE))
                        .forEach(id -> cursors.set(
                                id, Json.object("public", BEYOND_EVERY_HEAD, "internal", BEYOND_EVERY_HEAD)));
                socket.hello(cursors).path("conversations").forEach(summary -> found.add(stored(socket, summary)));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }

    private static Stored stored(ChatSocket socket, JsonNode summary) {
        String id = summary.path("id").asText();
        boolean isClosed = summary.hasNonNull("closed");
        return new Stored(
                id,
                summary.path("visitor").path("id").asText(),
                summary.path("department").path("id").asText(),
                Instant.parse(summary.path("opened").asText()).toEpochMilli(),
                isClosed ? Instant.parse(summary.path("closed").asText()).toEpochMilli() : Long.MAX_VALUE,
                log(socket, id, "public"),
                log(socket, id, "internal"));
    }

    private static List<Entry> log(ChatSocket socket, String conversation, String log) {
        List<Entry> entries = new ArrayList<>();
        while (true) {
            long after = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).seq();
            JsonNode page = socket.ack("sync", "conversation", conversation, "log", log, "after", after, "limit", 200);
            page.path("entries").forEach(entry -> entries.add(ReconnectingDevice.entry(entry)));
            if (page.path("entries").isEmpty()) {
                return entries;
            }
        }
    }
}
