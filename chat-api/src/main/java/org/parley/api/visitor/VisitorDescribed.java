package org.parley.api.visitor;

import org.parley.api.event.CommittedEvent;

/** The name or attributes of a visitor changed. */
public record VisitorDescribed(Visitor visitor) implements CommittedEvent {}
