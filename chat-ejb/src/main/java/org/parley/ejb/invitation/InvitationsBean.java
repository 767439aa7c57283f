package org.parley.ejb.invitation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.invitation.Invitation;
import org.parley.api.invitation.InvitationCount;
import org.parley.api.invitation.InvitationRule;
import org.parley.api.invitation.InvitationState;
import org.parley.api.invitation.Invitations;
import org.parley.api.invitation.InviteRequest;
import org.parley.api.operator.Department;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.ejb.conversation.Openings;
import org.parley.ejb.conversation.Reception;
import org.parley.ejb.visitor.BlockRows;

@Stateless
@RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class InvitationsBean implements Invitations {
    @Inject
    InvitationRows rows;

    @Inject
    Inviter inviter;

    @Inject
    BlockRows blocks;

    @Inject
    InvitationCounts counts;

    @Inject
    Openings openings;

    @Inject
    Reception reception;

    @Override
    public Invitation invite(Caller operator, InviteRequest request, Predicate<Participant> isThere) {
        return inviter.invite(operator, request, isThere);
    }

    @Override
    @PermitAll // nobody asks for it: Parley itself does
    public Optional<Invitation> inviteByRule(InvitationRule rule, UUID visitor, String text, Instant visitBegan) {
        return inviter.inviteByRule(rule, visitor, text, visitBegan);
    }

    @Override
    @RolesAllowed(Role.Names.VISITOR)
    public Invitation move(Caller visitor, UUID invitation, InvitationState state) {
        return rows.move(rows.lockOwn(visitor.participant(), invitation), state);
    }

    @Override
    @RolesAllowed(Role.Names.VISITOR)
    public Invitation answer(Caller visitor, UUID invitation, Predicate<Participant> isThere) {
        rows.lockVisitor(UUID.fromString(visitor.id()));
        blocks.requireNone(UUID.fromString(visitor.id()));
        InvitationRow row = rows.lockOwn(visitor.participant(), invitation);
        if (row.state() == InvitationState.ANSWERED) {
            return row.toInvitation();
        }
        if (!row.state().isOpen()) {
            throw new ChatException(ErrorCode.CLOSED, "The invitation is over. Write to us all the same.");
        }
        Invitation asked = row.toInvitation();
        if (asked.conversation() == null) {
            row.talkIn(begin(asked, isThere).id());
        }
        return rows.move(row, InvitationState.ANSWERED);
    }

    private Conversation begin(Invitation asked, Predicate<Participant> isThere) {
        Department department = openings.department(asked.department());
        Optional<Conversation> talk = openings.find(asked.visitor(), department);
        if (talk.isPresent() && talk.get().owner() != null) {
            return talk.get();
        }
        boolean takes = asked.author().kind() == ParticipantKind.OPERATOR && isThere.test(asked.author());
        return openings.open(asked.visitor(), department, takes ? asked.author() : null, Inviter.says(asked));
    }

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
        if (!staff.oversees() && !reception.servesIn(UUID.fromString(staff.id()), site)) {
            throw ChatException.notFound("site");
        }
        return counts.of(site, from, to);
    }
}
