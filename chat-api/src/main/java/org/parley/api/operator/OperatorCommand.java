package org.parley.api.operator;

import org.parley.api.command.AllowedTo;
import org.parley.api.command.Command;
import org.parley.api.security.Circle;

/** What changes whether operators are willing. Each gives back the operator; a {@link PresenceEvent} leaves after the commit. */
public sealed interface OperatorCommand extends Command<Operator> {
    /**
     * Somebody is at the desk again. Whoever looks after others, as a supervisor or administrator, and accepted in an
     * earlier session is away now; all others are what they were, and no event leaves.
     *
     * @param session the id of the one in which they come
     */
    @AllowedTo(Circle.STAFF)
    record Arrive(String session) implements OperatorCommand {}

    /**
     * The operator says whether they are willing.
     *
     * @param session the id of the one in which they say so; null for a caller who has none
     */
    @AllowedTo(Circle.STAFF)
    record SetStatus(OperatorStatus status, String session) implements OperatorCommand {}

    /**
     * Makes somebody unwilling who does not see to it themselves. A {@link StatusForced} leaves after the commit too; what
     * the operator owns stays theirs. INVALID for ACCEPTING, NOT_FOUND for an unknown operator.
     */
    @AllowedTo(Circle.OVERSEERS)
    record ForceStatus(OperatorId operator, OperatorStatus status) implements OperatorCommand {}
}
