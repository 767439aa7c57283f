package org.parley.ejb.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Predicate;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.department.Department;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.invitation.Invitation;
import org.parley.api.invitation.InvitationCommand.Answer;
import org.parley.api.invitation.InvitationState;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;
import org.parley.ejb.conversation.ConversationOpener;
import org.parley.ejb.visitor.BlockRows;
import org.parley.ejb.visitor.VisitorRows;

/** Begins the conversation to which a visitor was invited. */
@ApplicationScoped
class Answering implements Doer<Answer, Invitation> {
    @Inject
    VisitorRows visitorRows;

    @Inject
    InvitationRows rows;

    @Inject
    BlockRows blocks;

    @Inject
    ConversationOpener opener;

    @Override
    public Class<Answer> command() {
        return Answer.class;
    }

    @Override
    public String key(Caller visitor, Answer answer) {
        return visitor.id();
    }

    @Override
    public Invitation run(Caller visitor, Answer answer) {
        visitorRows.lock(visitor.visitorId());
        blocks.requireNone(visitor.visitorId());
        InvitationRow row = rows.lockOwn(visitor.participant(), answer.invitation());
        if (row.state() == InvitationState.ANSWERED) {
            return row.toInvitation();
        }
        if (!row.state().isOpen()) {
            throw new ChatException(ErrorCode.CLOSED, "The invitation is over. Write to us all the same.");
        }
        Invitation asked = row.toInvitation();
        if (asked.conversation() == null) {
            row.setConversation(begin(asked, answer.isThere()).id());
        }
        return rows.move(row, InvitationState.ANSWERED);
    }

    private Conversation begin(Invitation asked, Predicate<Participant> isThere) {
        Department department = opener.department(asked.department());
        Optional<Conversation> talk = opener.find(asked.visitor(), department);
        if (talk.isPresent() && talk.get().owner() != null) {
            return talk.get();
        }
        boolean takes = asked.author().kind() == ParticipantKind.OPERATOR && isThere.test(asked.author());
        return opener.open(asked.visitor(), department, takes ? asked.author() : null, Inviting.says(asked));
    }
}
