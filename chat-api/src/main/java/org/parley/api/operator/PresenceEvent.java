package org.parley.api.operator;

import org.parley.api.event.CommittedEvent;

/** An operator's status changed, and that is committed. */
public record PresenceEvent(Operator operator) implements CommittedEvent {}
