package org.parley.api.security;

import org.parley.api.event.CommittedEvent;

/** Sessions of operators were ended. */
public record SessionsEnded() implements CommittedEvent {}
