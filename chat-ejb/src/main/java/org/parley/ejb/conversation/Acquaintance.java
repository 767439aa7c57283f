package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.api.visitor.VisitorId;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.Reception;
import org.parley.ejb.visitor.VisitorRights;

/** Decides which visitors staff may see, by the departments that they serve and the conversations that they had. */
@ApplicationScoped
class Acquaintance implements VisitorRights {
    @Inject
    ConversationRows rows;

    @Inject
    Reception reception;

    @Override
    public void requireSeen(Caller staff, VisitorId visitor, String site) {
        if (!staff.oversees()
                && !reception.servesIn(staff.operatorId(), site)
                && !rows.knows(staff.participant(), visitor)) {
            throw ChatException.notFound("visitor");
        }
    }
}
