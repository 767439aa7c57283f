package org.parley.web.json;

import org.parley.api.site.BusinessHours;
import org.parley.api.site.WrittenHours;

/** Business hours in bodies and answers, in their field {@code hours}. */
public final class HoursJson {
    public static final String FIELD = "hours";

    private HoursJson() {}

    /** Null when the field is absent or null. */
    public static BusinessHours read(Fields body) {
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

    /** Null means always open. */
    public static void write(Json o, BusinessHours hours) {
        if (hours == null) {
            o.putNull(FIELD);
            return;
        }
        WrittenHours written = WrittenHours.of(hours);
        o.with(
                FIELD,
                one -> one.put("zone", written.zone())
                        .with("days", days -> written.days().forEach(days::texts))
                        .with("exceptions", exceptions -> written.exceptions().forEach(exceptions::texts)));
    }
}
