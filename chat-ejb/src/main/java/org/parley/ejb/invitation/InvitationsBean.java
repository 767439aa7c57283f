package org.parley.ejb.invitation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.parley.api.error.ChatException;
import org.parley.api.invitation.Invitation;
import org.parley.api.invitation.InvitationCount;
import org.parley.api.invitation.InvitationState;
import org.parley.api.invitation.Invitations;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.ejb.conversation.log.Reception;

@Stateless
@RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class InvitationsBean implements Invitations {
    @Inject
    InvitationRows rows;

    @Inject
    InvitationCounts counts;

    @Inject
    Reception reception;

    @Override
    @PermitAll // nobody asks for it: time does
    public void expire(Collection<UUID> invitations) {
        rows.lockAll(invitations).forEach(row -> rows.move(row, InvitationState.EXPIRED));
    }

    @Override
    @PermitAll // Parley itself asks, at its start
    public List<Invitation> open() {
        return rows.open();
    }

    @Override
    public List<InvitationCount> counts(Caller staff, String site, LocalDate from, LocalDate to) {
        if (!staff.oversees() && !reception.servesIn(staff.operatorId(), site)) {
            throw ChatException.notFound("site");
        }
        return counts.of(site, from, to);
    }
}
