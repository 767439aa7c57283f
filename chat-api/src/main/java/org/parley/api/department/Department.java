package org.parley.api.department;

import java.util.UUID;

/**
 * Operators who share a queue.
 *
 * @param key its name within the site, such as {@code support}
 * @param name for people to read
 */
public record Department(UUID id, String site, String key, String name) {}
