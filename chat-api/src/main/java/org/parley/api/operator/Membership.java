package org.parley.api.operator;

import java.util.UUID;

/**
 * An operator serves a department.
 *
 * @param skill how well, 1 to 10; 10 is the best
 */
public record Membership(UUID department, int skill) {}
