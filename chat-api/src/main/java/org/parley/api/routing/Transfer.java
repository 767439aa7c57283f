package org.parley.api.routing;

import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;

/**
 * The target of a transfer: an operator or a department of the same site, never both.
 *
 * @param operator null for a department
 * @param department null for an operator
 * @param note for staff, or null; at most {@code parley.limits.text} UTF-16 units
 */
public record Transfer(OperatorId operator, DepartmentId department, String note) {}
