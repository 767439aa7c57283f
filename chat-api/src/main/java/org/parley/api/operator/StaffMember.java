package org.parley.api.operator;

/** An operator with their settings. */
public record StaffMember(Operator operator, OperatorSettings settings) {}
