package org.parley.api.operator;

import org.parley.api.command.AllowedTo;
import org.parley.api.command.Command;
import org.parley.api.security.Circle;

/**
 * The commands for an operator's status. Each returns the operator; a {@link PresenceEvent} leaves after the commit.
 */
public sealed interface OperatorCommand extends Command<Operator> {
    /**
     * The operator is at the desk again. A supervisor or administrator who accepted in an earlier session becomes away;
     * all others keep their status, and no event leaves.
     *
     * @param session the id of their session
     */
    @AllowedTo(Circle.STAFF)
    record Arrive(String session) implements OperatorCommand {}

    /**
     * The operator sets their own status.
     *
     * @param session the id of their session; null for a caller without one
     */
    @AllowedTo(Circle.STAFF)
    record SetStatus(OperatorStatus status, String session) implements OperatorCommand {}

    /**
     * Makes another operator unwilling. A {@link StatusForced} leaves after the commit too; the operator keeps their
     * conversations. INVALID for ACCEPTING, NOT_FOUND for an unknown operator.
     */
    @AllowedTo(Circle.OVERSEERS)
    record ForceStatus(OperatorId operator, OperatorStatus status) implements OperatorCommand {}
}
