package org.parley.web.protocol;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.parley.api.conversation.Participant;

/** Writes one JSON object; nulls are left out. */
final class Json {
    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonGenerator generator;

    private Json(JsonGenerator generator) {
        this.generator = generator;
    }

    static String object(Consumer<Json> content) {
        StringWriter out = new StringWriter(256);
        try (JsonGenerator generator = JSON.createGenerator(out)) {
            generator.writeStartObject();
            content.accept(new Json(generator));
            generator.writeEnd();
        }
        return out.toString();
    }

    Json put(String name, Object value) {
        if (value instanceof Long number) {
            generator.write(name, number);
        } else if (value instanceof Integer number) {
            generator.write(name, number);
        } else if (value instanceof Boolean flag) {
            generator.write(name, flag);
        } else if (value != null) {
            generator.write(name, value.toString());
        }
        return this;
    }

    Json putNull(String name) {
        generator.writeNull(name);
        return this;
    }

    Json put(String name, Participant participant) {
        return participant == null
                ? putNull(name)
                : with(
                        name,
                        o -> o.put("kind", participant.kind().wire())
                                .put("id", participant.id())
                                .putOrNull("name", participant.name()));
    }

    Json putOrNull(String name, Object value) {
        return value == null ? putNull(name) : put(name, value);
    }

    Json with(String name, Consumer<Json> content) {
        generator.writeStartObject(name);
        content.accept(this);
        generator.writeEnd();
        return this;
    }

    <T> Json withAll(String name, Iterable<T> items, java.util.function.BiConsumer<Json, T> content) {
        generator.writeStartArray(name);
        for (T item : items) {
            generator.writeStartObject();
            content.accept(this, item);
            generator.writeEnd();
        }
        generator.writeEnd();
        return this;
    }

    Json texts(String name, Iterable<String> items) {
        generator.writeStartArray(name);
        items.forEach(generator::write);
        generator.writeEnd();
        return this;
    }
}
