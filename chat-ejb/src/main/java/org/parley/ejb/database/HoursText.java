package org.parley.ejb.database;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.api.site.BusinessHours;
import org.parley.api.site.WrittenHours;

/** Business hours in one column, as a JSON object; null stays null. */
public final class HoursText {
    // Looked up once: each look-up searches all jars.
    private static final JsonProvider JSON = JsonProvider.provider();

    private HoursText() {}

    /** At most 8000 characters, by the limits of {@link BusinessHours}. */
    public static String of(BusinessHours hours) {
        if (hours == null) {
            return null;
        }
        WrittenHours written = WrittenHours.of(hours);
        return JSON.createObjectBuilder()
                .add("zone", written.zone())
                .add("days", lists(written.days()))
                .add("exceptions", lists(written.exceptions()))
                .build()
                .toString();
    }

    public static BusinessHours parse(String text) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject object = reader.readObject();
            return new WrittenHours(
                            object.getString("zone"),
                            lists(object.getJsonObject("days")),
                            lists(object.getJsonObject("exceptions")))
                    .read();
        }
    }

    private static JsonObjectBuilder lists(Map<String, List<String>> lists) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        lists.forEach((name, list) -> object.add(name, JSON.createArrayBuilder(list)));
        return object;
    }

    private static Map<String, List<String>> lists(JsonObject object) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        object.forEach((name, value) -> lists.put(name, ((JsonArray) value).getValuesAs(JsonString::getString)));
        return lists;
    }
}
