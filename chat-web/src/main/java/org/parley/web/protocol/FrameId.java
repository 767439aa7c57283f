package org.parley.web.protocol;

import java.util.regex.Pattern;
import org.parley.api.error.ChatException;
import org.parley.web.json.Fields;

/** The sender's id of a frame, which its answer names and its repeat has again. */
public final class FrameId {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private FrameId() {}

    /** @throws ChatException INVALID when it is missing or malformed */
    public static String of(Fields fields) {
        String id = fields.text("id");
        if (!ID.matcher(id).matches()) {
            throw ChatException.invalid("id", "An id is 1 to 64 of A-Z, a-z, 0-9, dot, underscore, colon, hyphen.");
        }
        return id;
    }

    /** Null when it is missing or null. */
    public static String optional(Fields fields) {
        return fields.says("id") ? of(fields) : null;
    }
}
