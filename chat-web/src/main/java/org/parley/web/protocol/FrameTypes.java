package org.parley.web.protocol;

import java.util.Map;
import java.util.function.Function;
import org.parley.web.json.Fields;

/** The frames of one feature: an application-scoped bean, which is found by itself (ADR-0028). */
public interface FrameTypes {
    /**
     * How each is read, by its {@code type}, which nobody else has. A reader throws a
     * {@link org.parley.api.error.ChatException}: INVALID, NOT_FOUND or TOO_LARGE.
     */
    Map<String, Function<Fields, ClientFrame>> readers();
}
