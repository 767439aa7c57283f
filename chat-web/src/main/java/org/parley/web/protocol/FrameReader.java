package org.parley.web.protocol;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.web.json.Fields;

/** Reads frames from clients, by the types of all features. */
@ApplicationScoped
public class FrameReader {
    @Inject
    @Any
    Instance<FrameTypes> found;

    private final Map<String, Function<Fields, ClientFrame>> readers = new HashMap<>();

    @PostConstruct
    void collect() {
        collect(found);
    }

    /** At the start and not with the first frame, so that what is doubled stops the deployment. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        types();
    }

    /** @throws IllegalStateException when two features have frames of the same type */
    void collect(Iterable<FrameTypes> features) {
        features.forEach(feature -> feature.readers().forEach((type, reader) -> {
            if (readers.put(type, reader) != null) {
                throw new IllegalStateException("Two features have frames of the type " + type);
            }
        }));
    }

    /** All known types. */
    public Set<String> types() {
        return Set.copyOf(readers.keySet());
    }

    /** @throws BadFrame PROTOCOL for text that is no frame at all; INVALID, NOT_FOUND or TOO_LARGE for a field */
    public ClientFrame read(String text) throws BadFrame {
        String re = null;
        try {
            Fields fields = Fields.parse(text);
            String type = fields.optionalText("type");
            if (type == null) {
                throw new ChatException(ErrorCode.PROTOCOL, "A frame has a type.");
            }
            re = echo(fields);
            Function<Fields, ClientFrame> reader = readers.get(type);
            if (reader == null) {
                throw ChatException.invalid("type", "This server does not know frames of that type.");
            }
            return reader.apply(fields);
        } catch (ChatException e) {
            throw new BadFrame(e, re);
        }
    }

    /** The id for the answer; null without a proper one. */
    private static String echo(Fields fields) {
        try {
            return FrameId.of(fields);
        } catch (ChatException noProperId) {
            return null;
        }
    }
}
