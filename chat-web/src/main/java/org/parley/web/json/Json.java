package org.parley.web.json;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.parley.api.conversation.Participant;
import org.parley.api.wire.WireTime;

/** Writes JSON, for frames and for answers of resources. A null is left out, unless a method says otherwise. */
public final class Json {
    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonGenerator generator;

    private Json(JsonGenerator generator) {
        this.generator = generator;
    }

    public static String object(Consumer<Json> content) {
        return text(generator -> {
            generator.writeStartObject();
            content.accept(new Json(generator));
            generator.writeEnd();
        });
    }

    /** A list of objects. */
    public static <T> String list(Iterable<T> items, BiConsumer<Json, T> content) {
        return text(generator -> {
            generator.writeStartArray();
            new Json(generator).objects(items, content);
        });
    }

    private static String text(Consumer<JsonGenerator> content) {
        StringWriter out = new StringWriter(256);
        try (JsonGenerator generator = JSON.createGenerator(out)) {
            content.accept(generator);
        }
        return out.toString();
    }

    public Json put(String name, Object value) {
        if (value instanceof Long number) {
            generator.write(name, number);
        } else if (value instanceof Integer number) {
            generator.write(name, number);
        } else if (value instanceof Boolean flag) {
            generator.write(name, flag);
        } else if (value instanceof Instant time) {
            generator.write(name, WireTime.of(time));
        } else if (value != null) {
            generator.write(name, value.toString());
        }
        return this;
    }

    public Json putNull(String name) {
        generator.writeNull(name);
        return this;
    }

    public Json put(String name, Participant participant) {
        return participant == null
                ? putNull(name)
                : with(
                        name,
                        o -> o.put("kind", participant.kind().wire())
                                .put("id", participant.id())
                                .putOrNull("name", participant.name()));
    }

    public Json putOrNull(String name, Object value) {
        return value == null ? putNull(name) : put(name, value);
    }

    public Json with(String name, Consumer<Json> content) {
        generator.writeStartObject(name);
        content.accept(this);
        generator.writeEnd();
        return this;
    }

    public <T> Json withAll(String name, Iterable<T> items, BiConsumer<Json, T> content) {
        generator.writeStartArray(name);
        objects(items, content);
        return this;
    }

    private <T> void objects(Iterable<T> items, BiConsumer<Json, T> content) {
        for (T item : items) {
            generator.writeStartObject();
            content.accept(this, item);
            generator.writeEnd();
        }
        generator.writeEnd();
    }

    /** An object of texts by their names. */
    public Json texts(String name, Map<String, String> texts) {
        return with(name, o -> texts.forEach(o::put));
    }

    public Json texts(String name, Iterable<String> items) {
        generator.writeStartArray(name);
        items.forEach(generator::write);
        generator.writeEnd();
        return this;
    }
}
