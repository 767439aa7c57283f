package org.parley.ejb.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.api.invitation.Invitation;
import org.parley.api.invitation.InvitationCommand.Move;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;

/** Moves an invitation on, by a report of the visitor's browser. */
@ApplicationScoped
class MovingInvitation implements Doer<Move, Invitation> {
    @Inject
    InvitationRows rows;

    @Override
    public Class<Move> command() {
        return Move.class;
    }

    @Override
    public String key(Caller visitor, Move move) {
        return visitor.id();
    }

    @Override
    public Invitation run(Caller visitor, Move move) {
        return rows.move(rows.lockOwn(visitor.participant(), move.invitation()), move.state());
    }
}
