package org.parley.ejb.routing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.parley.api.routing.Board;
import org.parley.api.routing.Supervision;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;

@Stateless
@RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class SupervisionBean implements Supervision {
    @Inject
    BoardReader board;

    @Override
    public Board board(Caller supervisor) {
        return board.read();
    }
}
