package org.parley.api.operator;

import org.parley.api.event.CommittedEvent;

/** Some operator became reachable or unreachable. */
public record LeasesChanged() implements CommittedEvent {}
