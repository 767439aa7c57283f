package org.parley.api.visitor;

import java.util.UUID;
import org.parley.api.event.CommittedEvent;

/** A visitor was blocked. */
public record VisitorBlocked(UUID visitor) implements CommittedEvent {}
