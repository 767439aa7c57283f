package org.parley.api.invitation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.parley.api.command.AllowedTo;
import org.parley.api.command.Command;
import org.parley.api.conversation.Participant;
import org.parley.api.security.Circle;
import org.parley.api.visitor.VisitorId;

/**
 * The commands for invitations. Each returns the invitation; an {@link InvitationEvent} leaves after the commit.
 *
 * @param <R> the result for the caller
 */
public sealed interface InvitationCommand<R> extends Command<R> {
    /**
     * Invites a visitor; an earlier open invitation by the same operator or by a rule expires. With
     * {@link InvitationMode#OPEN} the conversation begins at once: active, owned by the operator, with the text as a
     * message; a waiting one is used for it. {@link NobodyThereException} for a visitor who is not there; only the
     * attempt is counted then. {@link org.parley.api.conversation.TakenException} when another operator talks to the
     * visitor in that department, or has invited them. NOT_FOUND for an unknown visitor or department, FORBIDDEN for a
     * department that the caller does not serve, INVALID or TOO_LARGE for the text, CONFLICT when the id came with
     * another request, when the visitor is blocked, or with {@link InvitationMode#INVITE} when the visitor is in a
     * conversation with the department.
     *
     * @param isThere whether somebody has a reachable device; asked after the rights, before anything is stored
     */
    @AllowedTo(Circle.STAFF)
    record Invite(InviteRequest request, Predicate<Participant> isThere) implements InvitationCommand<Invitation> {}

    /**
     * Invites in the name of a department. Empty when the visitor is blocked, has an invitation or a conversation, was
     * invited by a rule in this visit, or has dismissed an invitation within {@code parley.invitation.quiet}; nothing
     * is stored then. NOT_FOUND for an unknown visitor or department.
     *
     * @param rule by which a visitor is invited at most once in a visit
     * @param visitBegan no rule may have invited the visitor since then
     */
    @AllowedTo(Circle.HOUSE)
    record InviteByRule(InvitationRule rule, VisitorId visitor, String text, Instant visitBegan)
            implements InvitationCommand<Optional<Invitation>> {}

    /**
     * The visitor's device says how far the invitation has come; a step back changes nothing. NOT_FOUND when it is not
     * the visitor's.
     *
     * @param state DELIVERED, SHOWN or DISMISSED
     */
    @AllowedTo(Circle.VISITORS)
    record Move(UUID invitation, InvitationState state) implements InvitationCommand<Invitation> {}

    /**
     * The visitor wants to talk. The conversation belongs to the operator who invited, if they are there, and waits in
     * the department's queue otherwise; the invitation's text is its first message. However many devices answer, it
     * begins once. CLOSED when the invitation is dismissed or expired, FORBIDDEN for a blocked visitor.
     *
     * @param isThere whether somebody has a device that can be reached
     */
    @AllowedTo(Circle.VISITORS)
    record Answer(UUID invitation, Predicate<Participant> isThere) implements InvitationCommand<Invitation> {}
}
