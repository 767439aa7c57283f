package org.parley.api.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.api.conversation.ConversationId;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;

/** The state of routing, at most a second old. Nothing here waits for the database. */
public interface Routing {
    /** The departments of all sites, by site and name; empty until the application has started. */
    List<Availability> availability();

    /** A conversation's place in its queue; empty when it does not wait, or has just begun to. */
    Optional<QueuePosition> position(ConversationId conversation);

    /** Whether an operator serves a department: as its member, or because it has no members. */
    boolean serves(OperatorId operator, DepartmentId department);

    /** The sites in which an operator serves an enabled department. */
    Set<String> sitesServedBy(OperatorId operator);
}
