package org.parley.ejb.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.conversation.TakenException;
import org.parley.api.department.Department;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.invitation.Invitation;
import org.parley.api.invitation.InvitationCommand.Invite;
import org.parley.api.invitation.InvitationMode;
import org.parley.api.invitation.InvitationState;
import org.parley.api.invitation.InviteRequest;
import org.parley.api.invitation.NobodyThereException;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;
import org.parley.ejb.conversation.ConversationOpener;
import org.parley.ejb.conversation.log.TextRules;
import org.parley.ejb.database.Ids;
import org.parley.ejb.visitor.BlockRows;
import org.parley.ejb.visitor.VisitorRights;
import org.parley.ejb.visitor.VisitorRow;
import org.parley.ejb.visitor.VisitorRows;

/**
 * Makes invitations, within the caller's transaction. It checks the rights first, then whether the visitor is there.
 */
@ApplicationScoped
class Inviting implements Doer<Invite, Invitation> {
    @Inject
    VisitorRows visitorRows;

    @Inject
    InvitationRows rows;

    @Inject
    ConversationOpener opener;

    @Inject
    BlockRows blocks;

    @Inject
    VisitorRights rights;

    @Inject
    TextRules texts;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.invitation.seconds")
    int seconds;

    @Override
    public Class<Invite> command() {
        return Invite.class;
    }

    @Override
    public String key(Caller staff, Invite invite) {
        return invite.request().visitor().toString();
    }

    @Override
    public void check(Invite invite) {
        texts.checkMessage(invite.request().text());
    }

    @Override
    public Invitation run(Caller staff, Invite invite) {
        InviteRequest request = invite.request();
        Participant operator = staff.participant();
        VisitorRow visitor = visitorRows.lock(request.visitor());
        rights.requireSeen(staff, request.visitor(), visitor.site());
        Optional<InvitationRow> repeated = rows.earlier(operator, request.id());
        if (repeated.isPresent()) {
            return same(repeated.get(), request);
        }
        Department department = opener.departmentFor(staff, visitor.site(), request.department());
        Participant invited = visitor.asParticipant();
        if (!invite.isThere().test(invited)) {
            rows.addMissed(visitor.site());
            throw new NobodyThereException();
        }
        if (blocks.inForce(request.visitor()).isPresent()) {
            throw new ChatException(ErrorCode.CONFLICT, "The visitor is blocked and could not answer.");
        }
        requireFree(operator, request, invited, department);
        rows.lockOpen(request.visitor()).ifPresent(open -> replace(open, operator));
        InvitationRow row = row(invited, department, operator, request.id(), request.mode(), request.text());
        if (request.mode() == InvitationMode.OPEN) {
            row.setConversation(opener.open(invited, department, operator, says(row.toInvitation()))
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
        Conversation talk = opener.find(visitor, department).orElse(null);
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

    /** A new invitation. */
    InvitationRow row(
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

    /** The invitation's text, as the first message of its conversation. */
    static ConversationOpener.FirstMessage says(Invitation invitation) {
        return new ConversationOpener.FirstMessage(
                invitation.author(), invitation.text(), invitation.id().toString());
    }
}
