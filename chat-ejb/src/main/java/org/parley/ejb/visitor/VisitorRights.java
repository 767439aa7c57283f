package org.parley.ejb.visitor;

import org.parley.api.security.Caller;
import org.parley.api.visitor.VisitorId;

/** Which visitors staff may see. */
public interface VisitorRights {
    /**
     * Supervisors see all visitors. Others see visitors of sites in which they serve a department, and visitors with
     * whom they talk, have talked or are asked to.
     *
     * @throws org.parley.api.error.ChatException NOT_FOUND for all others, as for an unknown visitor
     */
    void requireSeen(Caller staff, VisitorId visitor, String site);
}
