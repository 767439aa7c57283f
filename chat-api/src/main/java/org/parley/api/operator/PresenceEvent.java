package org.parley.api.operator;

import org.parley.api.event.CommittedEvent;

/** An operator's status changed. */
public record PresenceEvent(Operator operator) implements CommittedEvent {}
