package org.parley.api.department;

/**
 * Operators who share a queue.
 *
 * @param key its name within the site, such as {@code support}
 * @param name for people to read
 */
public record Department(DepartmentId id, String site, String key, String name) {}
