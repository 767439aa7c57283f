package org.parley.api.visitor;

import java.util.UUID;
import org.parley.api.event.CommittedEvent;

/** A visitor may not write any more, and that is committed. */
public record VisitorBlocked(UUID visitor) implements CommittedEvent {}
