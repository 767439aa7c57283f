package org.parley.api.operator;

/** An operator's status changed, and that is committed. */
public record PresenceEvent(Operator operator) {}
