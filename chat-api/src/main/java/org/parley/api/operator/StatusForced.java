package org.parley.api.operator;

import org.parley.api.conversation.Participant;

/** A supervisor changed an operator's status, and that is committed. */
public record StatusForced(Operator operator, Participant by) {}
