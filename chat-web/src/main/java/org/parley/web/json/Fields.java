package org.parley.web.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

/**
 * The fields of a received JSON object. A missing or wrong field is INVALID with its name. Fields that nobody asks for
 * are ignored, unless {@link #whole} checks them in the end.
 */
public final class Fields {
    // The lookup of the provider costs more than reading a frame.
    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonObject object;

    /** The path before a field's name in errors. */
    private final String path;

    /** Null without a check in the end, as in frames, which are many. */
    private final Asked asked;

    private record Asked(Set<String> fields, List<Fields> inner) {}

    private Fields(JsonObject object, String path, boolean isWhole) {
        this.object = object;
        this.path = path;
        asked = isWhole ? new Asked(new HashSet<>(), new ArrayList<>()) : null;
    }

    private JsonValue value(String field) {
        if (asked != null) {
            asked.fields().add(field);
        }
        return object.get(field);
    }

    private static boolean isNull(JsonValue value) {
        return value == null || value == JsonValue.NULL;
    }

    private Fields inside(String field, JsonObject value) {
        Fields fields = new Fields(value, path + field + ".", asked != null);
        if (asked != null) {
            asked.inner().add(fields);
        }
        return fields;
    }

    /**
     * Passes the result on if all fields were read, because a misspelt name would silently change nothing.
     *
     * @param ignored fields of answers that nobody can change
     * @throws ChatException INVALID for a field that was not read, here or in an inner object
     */
    public <T> T whole(T read, String... ignored) {
        for (String field : object.keySet()) {
            if (!asked.fields().contains(field) && !List.of(ignored).contains(field)) {
                throw ChatException.invalid(
                        path + field, "There is no field " + path + field + " here. Nothing was changed.");
            }
        }
        asked.inner().forEach(fields -> fields.whole(read));
        return read;
    }

    /** The value in the body, or the stored one when the body does not name the field. */
    public <T> T or(String field, T stored, Function<String, T> read) {
        return has(field) ? read.apply(field) : stored;
    }

    /** The same for a required value: the body must name it when nothing is stored. */
    public String textOr(String field, String stored) {
        return stored != null && !has(field) ? stored : text(field);
    }

    /** @throws ChatException PROTOCOL when the text is not one JSON object */
    public static Fields parse(String text) {
        return parse(text, false);
    }

    /** The same, for a check by {@link #whole}. */
    public static Fields parseWhole(String text) {
        return parse(text, true);
    }

    private static Fields parse(String text, boolean isWhole) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            if (parser.next() == JsonParser.Event.START_OBJECT) {
                JsonObject object = parser.getObject();
                if (!parser.hasNext()) {
                    return new Fields(object, "", isWhole);
                }
            }
        } catch (RuntimeException | StackOverflowError e) {
            // JSON providers throw different exceptions on bad or deeply nested input. Answered below.
        }
        throw new ChatException(ErrorCode.PROTOCOL, "That is not a JSON object.");
    }

    /** Whether the field is there, maybe null. */
    public boolean has(String field) {
        return value(field) != null;
    }

    /** Whether the field is there and not null. */
    public boolean says(String field) {
        return !isNull(value(field));
    }

    /** True or false; {@code otherwise} when absent or null. */
    public boolean flagOr(String field, boolean otherwise) {
        Boolean flag = optionalFlag(field);
        return flag == null ? otherwise : flag;
    }

    /** The string, or null when the field is absent or null. */
    public String optionalText(String field) {
        JsonValue value = value(field);
        if (isNull(value)) {
            return null;
        }
        if (value instanceof JsonString string) {
            return storable(field, string.getString());
        }
        throw ChatException.invalid(field, "The field " + field + " is a string.");
    }

    /** Refuses NUL, which not every database takes, and half surrogate pairs, which not every transport takes. */
    private static String storable(String field, String text) {
        if (text.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw ChatException.invalid(field, "The field " + field + " holds a character that cannot be stored.");
        }
        return text;
    }

    public String text(String field) {
        return required(field, optionalText(field));
    }

    /** A string of limited length. */
    public String text(String field, int longest) {
        String text = text(field);
        if (text.length() > longest) {
            throw ChatException.invalid(field, "The field " + field + " has at most " + longest + " characters.");
        }
        return text;
    }

    /**
     * An id that the server gave; any other text cannot name an existing thing.
     *
     * @param read makes the id from its text; IllegalArgumentException when it is none
     */
    public <T> T id(String field, Function<String, T> read, String what) {
        try {
            return read.apply(text(field));
        } catch (IllegalArgumentException e) {
            throw ChatException.notFound(what);
        }
    }

    /** A whole number from {@code least} to 2^53, the limit of JavaScript; null when absent. */
    public Long optionalNumber(String field, long least) {
        JsonValue value = value(field);
        if (isNull(value)) {
            return null;
        }
        if (value instanceof JsonNumber number) {
            try {
                long whole = number.bigDecimalValue().longValueExact();
                if (whole >= least && whole <= 1L << 53) {
                    return whole;
                }
            } catch (ArithmeticException | NumberFormatException e) {
                // Said below.
            }
        }
        throw ChatException.invalid(field, "The field " + field + " is a whole number from " + least + ".");
    }

    public long number(String field, long least) {
        return required(field, optionalNumber(field, least));
    }

    /** The wanted length of a list, at least 1; {@code most} when absent or higher. */
    public int limit(String field, int most) {
        Long limit = optionalNumber(field, 1);
        return limit == null ? most : (int) Math.min(limit, most);
    }

    /** True or false; null when absent. */
    public Boolean optionalFlag(String field) {
        JsonValue value = value(field);
        if (isNull(value)) {
            return null;
        }
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw ChatException.invalid(field, "The field " + field + " is true or false.");
    }

    /** A whole number of 32 bits; {@code otherwise} when absent or null. */
    public int numberOr(String field, int otherwise) {
        if (!says(field)) {
            return otherwise;
        }
        if (value(field) instanceof JsonNumber number) {
            try {
                return number.bigDecimalValue().intValueExact();
            } catch (ArithmeticException | NumberFormatException e) {
                // Said below.
            }
        }
        throw ChatException.invalid(field, "The field " + field + " is a whole number.");
    }

    /** A constant by its name on the wire, which is its own in lower case. */
    public <E extends Enum<E>> E constant(String field, Class<E> type) {
        return constant(field, text(field), type);
    }

    /** The same; null when absent. */
    public <E extends Enum<E>> E optionalConstant(String field, Class<E> type) {
        String text = optionalText(field);
        return text == null ? null : constant(field, text, type);
    }

    public <E extends Enum<E>> List<E> constants(String field, Class<E> type) {
        if (!(value(field) instanceof JsonArray array)) {
            throw ChatException.invalid(field, "The field " + field + " is a list.");
        }
        List<E> constants = new ArrayList<>();
        for (JsonValue value : array) {
            if (!(value instanceof JsonString string)) {
                throw ChatException.invalid(field, "The field " + field + " is a list of strings.");
            }
            constants.add(constant(field, string.getString(), type));
        }
        return constants;
    }

    /** A list of strings; null when absent. */
    public List<String> optionalTexts(String field) {
        return says(field) ? texts(field, field) : null;
    }

    private List<String> texts(String field, String path) {
        if (value(field) instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
            return array.stream()
                    .map(item -> storable(path, ((JsonString) item).getString()))
                    .toList();
        }
        throw ChatException.invalid(path, "The field " + path + " is a list of strings.");
    }

    /** The object; empty when absent. */
    public Fields object(String field) {
        JsonValue value = value(field);
        if (isNull(value)) {
            return new Fields(JsonValue.EMPTY_JSON_OBJECT, "", asked != null);
        }
        if (value instanceof JsonObject found) {
            return inside(field, found);
        }
        throw ChatException.invalid(field, "The field " + field + " is an object.");
    }

    /** A list of objects; empty when absent. */
    public List<Fields> objectList(String field) {
        if (!says(field)) {
            return List.of();
        }
        if (value(field) instanceof JsonArray array && array.stream().allMatch(JsonObject.class::isInstance)) {
            return array.stream().map(item -> inside(field, (JsonObject) item)).toList();
        }
        throw ChatException.invalid(field, "The field " + field + " is a list of objects.");
    }

    /**
     * All fields, each a list of strings.
     *
     * @param prefix before the name of a wrong field
     */
    public Map<String, List<String>> textLists(String prefix) {
        Map<String, List<String>> result = new LinkedHashMap<>();
        for (String key : object.keySet()) {
            result.put(key, texts(key, prefix + key));
        }
        return result;
    }

    /** All fields that are objects, each read by {@code reader}. */
    public <T> Map<String, T> objects(Function<Fields, T> reader) {
        Map<String, T> result = new LinkedHashMap<>();
        for (String key : object.keySet()) {
            result.put(key, reader.apply(object(key)));
        }
        return result;
    }

    /** All fields as strings; numbers and booleans as JSON writes them. */
    public Map<String, String> strings() {
        Map<String, String> result = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            value(key); // counts as asked
            String text = value instanceof JsonString string ? string.getString() : value.toString();
            result.put(storable(key, key), storable(key, text));
        });
        return result;
    }

    private static <T> T required(String field, T value) {
        if (value == null) {
            throw ChatException.invalid(field, "The field " + field + " is missing.");
        }
        return value;
    }

    private static <E extends Enum<E>> E constant(String field, String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        throw ChatException.invalid(field, "The field " + field + " has no such value.");
    }
}
