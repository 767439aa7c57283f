package org.parley.ejb.invitation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.conversation.TakenException;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.invitation.Invitation;
import org.parley.api.invitation.InvitationCount;
import org.parley.api.invitation.InvitationMode;
import org.parley.api.invitation.InvitationRule;
import org.parley.api.invitation.InvitationState;
import org.parley.api.invitation.Invitations;
import org.parley.api.invitation.InviteRequest;
import org.parley.api.operator.Department;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.ejb.conversation.Openings;
import org.parley.ejb.conversation.TextRules;
import org.parley.ejb.database.Ids;
import org.parley.ejb.visitor.VisitorRow;

@Stateless
@RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class InvitationsBean implements Invitations {
    @Inject
    InvitationRows rows;

    @Inject
    InvitationCounts counts;

    @Inject
    Openings openings;

    @Inject
    TextRules texts;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.invitation.seconds")
    int seconds;

    @Inject
    @ConfigProperty(name = "parley.invitation.quiet")
    int quietHours;

    @Override
    public Invitation invite(Caller operator, InviteRequest request, Predicate<Participant> isThere) {
        texts.checkMessage(request.text());
        VisitorRow visitor = rows.lockVisitor(request.visitor());
        Optional<InvitationRow> repeated = rows.earlier(operator.participant(), request.id());
        if (repeated.isPresent()) {
            return same(repeated.get(), request);
        }
        Department department = openings.department(visitor.site(), request.department());
        Participant invited = visitor.asParticipant();
        if (!isThere.test(invited)) {
            throw new ChatException(ErrorCode.UNREACHABLE, "The visitor has left. Nothing was sent.");
        }
        requireFree(operator.participant(), request, invited, department);
        rows.lockOpen(request.visitor()).ifPresent(open -> replace(open, operator.participant()));
        InvitationRow row =
                row(invited, department, operator.participant(), request.id(), request.mode(), request.text());
        if (request.mode() == InvitationMode.OPEN) {
            row.talkIn(openings.open(invited, department, operator.participant(), says(row))
                    .id());
        }
        return rows.add(row);
    }

    private static Invitation same(InvitationRow earlier, InviteRequest request) {
        if (!earlier.isWish(request.visitor(), request.mode(), request.text())) {
            throw new ChatException(ErrorCode.CONFLICT, "This id was given to another invitation. Nothing was stored.");
        }
        return earlier.toInvitation();
    }

    private void requireFree(Participant operator, InviteRequest request, Participant visitor, Department department) {
        Conversation talk = openings.find(visitor, department).orElse(null);
        if (talk != null && talk.owner() != null && !talk.owner().is(operator)) {
            throw new TakenException(talk.owner());
        }
        if (talk != null && request.mode() == InvitationMode.INVITE) {
            throw new ChatException(
                    ErrorCode.CONFLICT, "The visitor is in a conversation already: write there, or accept it.");
        }
    }

    private void replace(InvitationRow open, Participant operator) {
        Participant author = open.toInvitation().author();
        if (author.kind() == ParticipantKind.OPERATOR && !author.is(operator)) {
            throw new TakenException(author, author.name() + " has invited this visitor already.");
        }
        rows.move(open, InvitationState.EXPIRED);
    }

    @Override
    @PermitAll // nobody asks for it: Parley itself does
    public Optional<Invitation> inviteByRule(InvitationRule rule, UUID visitor, String text, Instant visitBegan) {
        VisitorRow row = rows.lockVisitor(visitor);
        Department department = openings.department(row.site(), rule.department());
        Participant invited = row.asParticipant();
        Instant dismissedSince = clock.instant().minus(Duration.ofHours(quietHours));
        if (openings.isTalking(invited)
                || rows.lockOpen(visitor).isPresent()
                || rows.wantsQuiet(visitor, visitBegan, dismissedSince)) {
            return Optional.empty();
        }
        Participant house =
                new Participant(ParticipantKind.SYSTEM, department.id().toString(), department.name());
        String once = visitor + "/" + visitBegan.toEpochMilli();
        return Optional.of(rows.add(row(invited, department, house, once, InvitationMode.INVITE, text)));
    }

    private InvitationRow row(
            Participant visitor,
            Department department,
            Participant author,
            String clientId,
            InvitationMode mode,
            String text) {
        Instant now = clock.instant();
        return new InvitationRow(
                Ids.next(),
                visitor,
                department,
                author,
                clientId,
                new InvitationRow.Offer(mode, text, now, now.plus(Duration.ofSeconds(seconds))));
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
        InvitationRow row = rows.lockOwn(visitor.participant(), invitation);
        if (row.state() == InvitationState.ANSWERED) {
            return row.toInvitation();
        }
        if (!row.state().isOpen()) {
            throw new ChatException(ErrorCode.CLOSED, "The invitation is over. Write to us all the same.");
        }
        Invitation asked = row.toInvitation();
        if (asked.conversation() == null) {
            row.talkIn(begin(asked, row, isThere).id());
        }
        return rows.move(row, InvitationState.ANSWERED);
    }

    private Conversation begin(Invitation asked, InvitationRow row, Predicate<Participant> isThere) {
        Department department = openings.department(asked.department());
        Optional<Conversation> talk = openings.find(asked.visitor(), department);
        if (talk.isPresent() && talk.get().owner() != null) {
            return talk.get();
        }
        boolean takes = asked.author().kind() == ParticipantKind.OPERATOR && isThere.test(asked.author());
        return openings.open(asked.visitor(), department, takes ? asked.author() : null, says(row));
    }

    private static Openings.Words says(InvitationRow row) {
        Invitation invitation = row.toInvitation();
        return new Openings.Words(
                invitation.author(), invitation.text(), invitation.id().toString());
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
        return counts.of(site, from, to);
    }
}
