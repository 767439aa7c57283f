package org.parley.web.protocol;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.List;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

/** Several frames together, as in polls and in batch mode: a JSON array. */
public final class FrameArray {
    private static final JsonProvider JSON = JsonProvider.provider();

    private FrameArray() {}

    /**
     * @return each element as a text message; it need not be a frame
     * @throws ChatException PROTOCOL when the text is not one JSON array
     */
    public static List<String> read(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            if (parser.next() == JsonParser.Event.START_ARRAY) {
                JsonArray array = parser.getArray();
                if (!parser.hasNext()) {
                    return array.stream().map(JsonValue::toString).toList();
                }
            }
        } catch (RuntimeException | StackOverflowError e) {
            // JSON providers throw different exceptions on bad or deeply nested input. Answered below.
        }
        throw new ChatException(ErrorCode.PROTOCOL, "The body is a JSON array of frames.");
    }

    /** The elements of a message that is a JSON array, as {@link #read} gives them; empty for any other text. */
    public static List<String> within(String message) {
        try {
            return message.stripLeading().startsWith("[") ? read(message) : List.of();
        } catch (ChatException noArray) {
            return List.of();
        }
    }

    /** @param frames each one a JSON object */
    public static String write(List<String> frames) {
        return "[" + String.join(",", frames) + "]";
    }
}
