package org.parley.api.operator;

import java.time.Instant;
import java.util.Map;

/**
 * Which operators can be reached. A node of the application says so for the devices that it holds, again and again, and
 * only for a time: nobody has to notice that a node has died.
 */
public interface Leases {
    /**
     * Says until when operators count as reachable because of this node; others keep what was said of them.
     *
     * @param node 1 to 40 characters, the same as long as the node lives
     * @param until by operator; a time that is past says that they have gone
     */
    void renew(String node, Map<OperatorId, Instant> until);
}
