package org.parley.ejb.visitor;

import java.util.UUID;
import org.parley.api.security.Caller;

/** Which visitors staff may look at. */
public interface VisitorRights {
    /**
     * Supervisors look at all, others at those of sites in which they serve a department, and at those with whom they talk,
     * have talked or are asked to.
     *
     * @throws org.parley.api.error.ChatException NOT_FOUND for others, as for a visitor who is not there
     */
    void requireSeen(Caller staff, UUID visitor, String site);
}
