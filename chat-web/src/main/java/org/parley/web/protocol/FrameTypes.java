package org.parley.web.protocol;

import java.util.Map;
import java.util.function.Function;
import org.parley.web.json.Fields;

/** The frames of one feature: an application-scoped bean, found by its type (ADR-0028). */
public interface FrameTypes {
    /**
     * The readers of its frames by {@code type}, each unique in the application. A reader throws a
     * {@link org.parley.api.error.ChatException}: INVALID, NOT_FOUND or TOO_LARGE.
     */
    Map<String, Function<Fields, ClientFrame>> readers();
}
