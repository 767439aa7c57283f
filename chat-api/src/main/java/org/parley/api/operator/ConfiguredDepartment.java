package org.parley.api.operator;

/** A department and how it works. */
public record ConfiguredDepartment(Department department, DepartmentSettings settings) {}
