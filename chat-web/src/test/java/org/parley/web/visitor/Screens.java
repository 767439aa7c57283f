package org.parley.web.visitor;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.api.visitor.LiveVisitor;

/** What a watcher's screen shows: each visitor's page by id. */
final class Screens {
    private Screens() {}

    static Map<String, String> of(List<LiveVisitor> visitors) {
        Map<String, String> screen = new LinkedHashMap<>();
        visitors.forEach(visitor -> screen.put(visitor.id().toString(), visitor.page()));
        return screen;
    }

    /** Changes the screen as a client would. */
    static void show(Map<String, String> screen, List<String> frames) {
        for (String frame : frames) {
            try (JsonReader reader = Json.createReader(new StringReader(frame))) {
                JsonObject object = reader.readObject();
                List<JsonObject> all = new ArrayList<>(List.of(object));
                if (object.containsKey("more")) {
                    all.addAll(object.getJsonArray("more").getValuesAs(JsonObject.class));
                }
                all.forEach(one -> show(screen, one));
            }
        }
    }

    private static void show(Map<String, String> screen, JsonObject one) {
        String id = one.getJsonObject("visitor").getString("id");
        if (one.get("left") == JsonValue.TRUE) {
            screen.remove(id);
        } else {
            screen.put(id, one.getString("page"));
        }
    }
}
