package org.parley.api.department;

/**
 * An operator serves a department.
 *
 * @param skill how well, 1 to 10; 10 is the best
 */
public record Membership(DepartmentId department, int skill) {}
