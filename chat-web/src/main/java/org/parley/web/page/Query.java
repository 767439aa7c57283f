package org.parley.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads the query of an address. The container's own way also reads a form in the body, and waits for it. */
public final class Query {
    private Query() {}

    /** The first value of that name; null when there is none. */
    public static String value(HttpServletRequest request, String name) {
        return Arrays.stream(
                        Optional.ofNullable(request.getQueryString()).orElse("").split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair[0].equals(name))
                .map(pair -> pair.length == 1 ? "" : decode(pair[1]))
                .findFirst()
                .orElse(null);
    }

    /** The decoded value, or the value itself when it is badly encoded. */
    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
