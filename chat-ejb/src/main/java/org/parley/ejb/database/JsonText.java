package org.parley.ejb.database;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Small maps of strings in one column, as a JSON object. */
public final class JsonText {
    // Looked up once: each look-up searches all jars.
    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonText() {}

    public static String of(Map<String, String> map) {
        // Sorted, so that equal maps are equal texts.
        return JSON.createObjectBuilder(new TreeMap<>(map)).build().toString();
    }

    /** @param text null gives an empty map */
    public static Map<String, String> parse(String text) {
        if (text == null) {
            return Map.of();
        }
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject object = reader.readObject();
            Map<String, String> map = new LinkedHashMap<>();
            object.forEach((key, value) -> map.put(key, ((JsonString) value).getString()));
            return map;
        }
    }
}
