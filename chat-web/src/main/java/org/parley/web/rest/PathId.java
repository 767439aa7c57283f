package org.parley.web.rest;

import java.util.UUID;
import org.parley.api.error.ChatException;

/** An id in the path of a request. */
final class PathId {
    private PathId() {}

    /**
     * What the text names.
     *
     * @param what is named, as in "visitor"
     * @throws ChatException NOT_FOUND when it is no id: there is nothing with that name
     */
    static UUID of(String text, String what) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ChatException.notFound(what);
        }
    }
}
