package org.parley.api.department;

/** A department and how it works. */
public record ConfiguredDepartment(Department department, DepartmentSettings settings) {}
