package org.parley.web.rest;

import java.util.function.Function;
import org.parley.api.error.ChatException;

/** An id in the path of a request. */
public final class PathId {
    private PathId() {}

    /**
     * What the text names.
     *
     * @param read makes the id from its text; IllegalArgumentException when it is none
     * @param what the kind of the named thing, as in "visitor"
     * @throws ChatException NOT_FOUND when it is no id, because nothing has that name
     */
    public static <T> T of(String text, Function<String, T> read, String what) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw ChatException.notFound(what);
        }
    }
}
