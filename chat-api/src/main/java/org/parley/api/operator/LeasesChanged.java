package org.parley.api.operator;

import org.parley.api.event.CommittedEvent;

/** Somebody came or went, and that is committed. */
public record LeasesChanged() implements CommittedEvent {}
