package org.parley.api.operator;

/** An operator and what they can do. */
public record StaffMember(Operator operator, OperatorSettings settings) {}
