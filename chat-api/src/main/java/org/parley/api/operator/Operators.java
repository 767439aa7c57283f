package org.parley.api.operator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.api.security.Caller;

/** Those who answer. How they are set up is {@link Staff}'s. */
public interface Operators {
    /** The operator with this id; empty when unknown or deleted. */
    Optional<Operator> find(UUID id);

    /**
     * Somebody is at the desk again. Whoever looks after others, as a supervisor or administrator, and accepted in an earlier
     * session is away now, and a {@link PresenceEvent} leaves after the commit; all others are what they were.
     *
     * @param session the id of the one in which they come
     */
    Operator arrive(Caller operator, String session);

    /**
     * Says whether the operator is willing; after the commit a {@link PresenceEvent} leaves.
     *
     * @param session the id of the one in which they say so
     */
    Operator changeStatus(Caller operator, OperatorStatus status, String session);

    /**
     * Makes somebody unwilling who does not see to it themselves. A {@link PresenceEvent} leaves after the commit, and a
     * {@link StatusForced}; what the operator owns stays theirs.
     *
     * @throws org.parley.api.error.ChatException INVALID for ACCEPTING, NOT_FOUND for an unknown operator; nothing is
     *     changed
     */
    Operator forceStatus(Caller supervisor, UUID operator, OperatorStatus status);

    /** All operators by name who may come in. */
    List<Operator> list(Caller staff);

    /** All departments by site and name. */
    List<Department> departments(Caller staff);

    /** The departments for which the caller answers: as a member, or because they have none. */
    List<UUID> served(Caller staff);
}
