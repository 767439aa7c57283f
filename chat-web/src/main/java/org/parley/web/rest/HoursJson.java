package org.parley.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.parley.api.site.BusinessHours;
import org.parley.api.site.WrittenHours;
import org.parley.web.protocol.Fields;

/** Business hours in bodies and answers, in their field {@code hours}. */
final class HoursJson {
    static final String FIELD = "hours";

    private HoursJson() {}

    /** Null when the field is absent or null. */
    static BusinessHours read(Fields body) {
        if (!body.says(FIELD)) {
            return null;
        }
        Fields hours = body.object(FIELD);
        return new WrittenHours(
                        hours.optionalText("zone"),
                        hours.object("days").textLists(FIELD + ".days."),
                        hours.object("exceptions").textLists(FIELD + ".exceptions."))
                .read();
    }

    static JsonValue of(BusinessHours hours) {
        if (hours == null) {
            return JsonValue.NULL;
        }
        WrittenHours written = WrittenHours.of(hours);
        return Json.createObjectBuilder()
                .add("zone", written.zone())
                .add("days", lists(written.days()))
                .add("exceptions", lists(written.exceptions()))
                .build();
    }

    private static JsonObjectBuilder lists(Map<String, List<String>> lists) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        lists.forEach((name, list) -> object.add(name, Json.createArrayBuilder(list)));
        return object;
    }
}
