package org.parley.api.visitor;

import org.parley.api.event.CommittedEvent;

/** A visitor was blocked. */
public record VisitorBlocked(VisitorId visitor) implements CommittedEvent {}
