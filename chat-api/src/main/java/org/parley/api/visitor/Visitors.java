package org.parley.api.visitor;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Those who ask. */
public interface Visitors {
    /**
     * A new anonymous visitor.
     *
     * @param attributes what the page says of them, never taken as proven; {@code name} becomes the shown name; at most
     *     20, keys up to 50 and values up to 500 UTF-16 units
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown site, INVALID for wrong attributes
     */
    Visitor anonymous(String site, Map<String, String> attributes);

    /**
     * The visitor whom the host site proved; the same for the same subject, however many ask at once.
     *
     * @param name from the host's token, or null
     */
    Visitor proven(String site, String subject, String name, Map<String, String> attributes);

    Optional<Visitor> find(UUID id);
}
