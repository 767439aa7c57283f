package org.parley.api.operator;

import org.parley.api.conversation.Participant;
import org.parley.api.event.CommittedEvent;

/** A supervisor changed an operator's status. */
public record StatusForced(Operator operator, Participant by) implements CommittedEvent {}
