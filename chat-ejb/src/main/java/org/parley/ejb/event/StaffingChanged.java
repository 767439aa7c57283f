package org.parley.ejb.event;

import org.parley.api.event.CommittedEvent;

/** An administrator has changed departments, their hours, or what operators can do and serve. */
public record StaffingChanged() implements CommittedEvent {}
