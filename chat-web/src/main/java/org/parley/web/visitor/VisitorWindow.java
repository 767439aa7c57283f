package org.parley.web.visitor;

import java.util.Locale;
import org.parley.api.error.ChatException;
import org.parley.api.visitor.VisitorId;
import org.parley.web.json.Fields;

/**
 * The part of a long list of visitors that a watcher looks at.
 *
 * @param site null for all
 * @param text to be found in a visitor's facts, in lower case; empty for all
 * @param after the visitor before the first one; null for the beginning
 * @param limit how many at most, at least 1
 */
public record VisitorWindow(String site, String text, VisitorId after, int limit) {
    private static final int PAGE = 200;
    private static final int FILTER_LENGTH = 100;

    public static VisitorWindow read(Fields fields) {
        String text = fields.optionalText("text");
        if (text != null && text.length() > FILTER_LENGTH) {
            throw ChatException.tooLarge("text", "The text has at most " + FILTER_LENGTH + " characters.");
        }
        return new VisitorWindow(
                fields.optionalText("site"),
                text == null ? "" : text.strip().toLowerCase(Locale.ROOT),
                fields.optionalText("after") == null ? null : fields.id("after", VisitorId::of, "visitor"),
                fields.limit("limit", PAGE));
    }
}
