package org.parley.ejb.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.department.Department;
import org.parley.api.invitation.Invitation;
import org.parley.api.invitation.InvitationCommand.InviteByRule;
import org.parley.api.invitation.InvitationMode;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;
import org.parley.ejb.conversation.ConversationOpener;
import org.parley.ejb.visitor.BlockRows;
import org.parley.ejb.visitor.VisitorRow;
import org.parley.ejb.visitor.VisitorRows;

/** Makes invitations by rules, unless there is a reason against it. */
@ApplicationScoped
class RuleInviting implements Doer<InviteByRule, Optional<Invitation>> {
    @Inject
    VisitorRows visitorRows;

    @Inject
    InvitationRows rows;

    @Inject
    Inviting inviting;

    @Inject
    ConversationOpener opener;

    @Inject
    BlockRows blocks;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.invitation.quiet")
    int quietHours;

    @Override
    public Class<InviteByRule> command() {
        return InviteByRule.class;
    }

    @Override
    public String key(Caller rules, InviteByRule invite) {
        return invite.visitor().toString();
    }

    @Override
    public Optional<Invitation> run(Caller rules, InviteByRule invite) {
        VisitorRow visitor = visitorRows.lock(invite.visitor());
        Department department = opener.department(visitor.site(), invite.rule().department());
        Participant invited = visitor.asParticipant();
        Instant dismissedSince = clock.instant().minus(Duration.ofHours(quietHours));
        if (opener.isTalking(invited)
                || blocks.inForce(invite.visitor()).isPresent()
                || rows.lockOpen(invite.visitor()).isPresent()
                || rows.wantsQuiet(invite.visitor(), invite.visitBegan(), dismissedSince)) {
            return Optional.empty();
        }
        // The author is the department, because visitors know no name of a rule.
        Participant author =
                new Participant(ParticipantKind.SYSTEM, department.id().toString(), department.name());
        String once = invite.visitor() + "/" + invite.visitBegan().toEpochMilli();
        return Optional.of(
                rows.add(inviting.row(invited, department, author, once, InvitationMode.INVITE, invite.text())));
    }
}
