package org.parley.api.visitor;

import org.parley.api.event.CommittedEvent;

/** The page, or who vouches for the visitor, says something else of them now, and that is committed. */
public record VisitorDescribed(Visitor visitor) implements CommittedEvent {}
