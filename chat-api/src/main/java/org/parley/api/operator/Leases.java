package org.parley.api.operator;

import java.time.Instant;
import java.util.Map;

/**
 * Which operators can be reached. Each node renews the leases of its own devices again and again, each for a short
 * time, so nobody has to notice the death of a node.
 */
public interface Leases {
    /**
     * Sets until when operators count as reachable by this node; other operators keep their leases.
     *
     * @param node 1 to 40 characters, the same as long as the node lives
     * @param until by operator; a past time means that they have gone
     */
    void renew(String node, Map<OperatorId, Instant> until);
}
