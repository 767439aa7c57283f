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
     * @param requestKey the request's own: its repeat gives the same visitor, however many repeat it at once; null for
     *     always a new one
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown site, INVALID for wrong attributes, CONFLICT
     *     when the key came with other attributes before
     */
    Visitor anonymous(String site, Map<String, String> attributes, String requestKey);

    /**
     * The visitor whom the host site proved; the same for the same subject, however many ask at once.
     *
     * @param name from the host's token, or null
     */
    Visitor proven(String site, String subject, String name, Map<String, String> attributes);

    Optional<Visitor> find(UUID id);
}
