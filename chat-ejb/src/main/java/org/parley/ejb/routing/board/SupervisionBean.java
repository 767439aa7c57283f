package org.parley.ejb.routing.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.parley.api.conversation.Conversation;
import org.parley.api.routing.Board;
import org.parley.api.routing.Supervision;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.ejb.conversation.handover.RoutingRows;

@Stateless
@RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class SupervisionBean implements Supervision {
    @Inject
    BoardReader board;

    @Inject
    RoutingRows routingRows;

    @Override
    public Board board(Caller supervisor) {
        return board.read();
    }

    @Override
    public List<Conversation> conversations(Caller supervisor) {
        return routingRows.open();
    }
}
