package org.parley.it.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.WebSocketRoute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.parley.it.client.Json;

/**
 * The far end of a visitor's socket, played by the test, for frames that a real server sends rarely or at its own time.
 */
final class PlayedServer {

    static final ObjectNode OLIVIA = Json.object("kind", "operator", "id", "o-1", "name", "Olivia");
    static final ObjectNode BEN = Json.object("kind", "operator", "id", "o-2", "name", "Ben");
    static final ObjectNode SYSTEM = Json.object("kind", "system", "id", "system", "name", "Parley");
    private static final ObjectNode ADA = Json.object("kind", "visitor", "id", "v-1", "name", "Ada");

    private final List<JsonNode> received = new ArrayList<>();
    private WebSocketRoute socket;
    private int patience;

    PlayedServer(BrowserContext browser) {
        browser.routeWebSocket(url -> url.contains("/chat/socket"), route -> {
            socket = route;
            route.onMessage(frame -> receive(Json.parse(frame.text())));
        });
    }

    private void receive(JsonNode frame) {
        received.add(frame);
        if (frame.path("type").asText().equals("hello")) {
            say(
                    "welcome",
                    "session",
                    "s-1",
                    "self",
                    ADA,
                    "heartbeat",
                    25,
                    "conversations",
                    List.of(),
                    "limits",
                    Json.object("text", 4000, "frame", 65536, "patience", patience));
            say("synced");
        } else if (frame.path("type").asText().equals("ping")) {
            say("pong");
        }
    }

    /** After so many seconds of waiting for nobody the next device is to offer something else; 0 for never. */
    void patience(int seconds) {
        patience = seconds;
    }

    void say(String type, Object... fields) {
        socket.send(Json.frame(type, fields).toString());
    }

    /** A summary that is newer than those before. */
    void summarize(String id, int version, String status, Object... fields) {
        ObjectNode summary = Json.object(
                "id", id, "version", version, "status", status, "visitor", ADA, "opened", "2026-01-01T10:00:00.000Z");
        summary.setAll(Json.object(
                "head",
                Json.object("public", 0, "internal", 0),
                "department",
                Json.object("id", "d-1", "name", "Support")));
        say("conversation", flat(summary.setAll(Json.object(fields))));
    }

    /** An entry of now. */
    void log(String conversation, int seq, String kind, ObjectNode author, Object... fields) {
        ObjectNode entry = Json.object("conversation", conversation, "log", "public", "seq", seq, "kind", kind);
        entry.setAll(Json.object("author", author, "at", Instant.now().toString()));
        say("entry", flat(entry.setAll(Json.object(fields))));
    }

    void acknowledge(JsonNode command, Object... facts) {
        ObjectNode ack = Json.object("re", command.path("id").asText());
        say("ack", flat(ack.setAll(Json.object(facts))));
    }

    /** The frames of a type that came so far. */
    List<JsonNode> of(String type) {
        return received.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    private static Object[] flat(JsonNode fields) {
        List<Object> flat = new ArrayList<>();
        fields.properties().forEach(field -> {
            flat.add(field.getKey());
            flat.add(field.getValue());
        });
        return flat.toArray();
    }
}
