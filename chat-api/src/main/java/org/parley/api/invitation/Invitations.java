package org.parley.api.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.parley.api.conversation.Participant;
import org.parley.api.security.Caller;

/**
 * Invitations of visitors to talk. A visitor has at most one open invitation. After each commit an
 * {@link InvitationEvent} leaves.
 */
public interface Invitations {
    /**
     * Invites a visitor; an earlier open invitation by the same operator or by a rule expires. With
     * {@link InvitationMode#OPEN} the conversation is there afterwards, active and the operator's, with the text as a
     * message; one that waits in the queue is taken for it.
     *
     * @param isThere whether somebody has a device that can be reached; asked after the rights, before anything is stored
     * @throws org.parley.api.conversation.TakenException when another operator talks to the visitor in that department, or
     *     has invited them
     * @throws NobodyThereException for a visitor who is not there; nothing is stored but that it was tried
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown visitor or department, INVALID or TOO_LARGE for the text, CONFLICT when the id came with another wish, when the
     *     visitor is blocked, or when a visitor shall be invited who is in a conversation with the department already;
     *     nothing is stored
     */
    Invitation invite(Caller operator, InviteRequest request, Predicate<Participant> isThere);

    /**
     * Invites in the name of a department.
     *
     * @param rule for which the visitor is invited at most once a visit
     * @param visitBegan since when no rule may have invited the visitor
     * @return empty when the visitor is blocked, has an invitation or a conversation, was invited by a rule in this visit,
     *     or has dismissed an invitation within {@code parley.invitation.quiet}; nothing is stored then
     */
    Optional<Invitation> inviteByRule(InvitationRule rule, UUID visitor, String text, Instant visitBegan);

    /**
     * The visitor's device says how far the invitation has come; what is not forward changes nothing.
     *
     * @param state DELIVERED, SHOWN or DISMISSED
     * @throws org.parley.api.error.ChatException NOT_FOUND when it is not the visitor's
     */
    Invitation move(Caller visitor, UUID invitation, InvitationState state);

    /**
     * The visitor wants to talk. The conversation belongs to the operator who invited, if they are there, and waits in the
     * department's queue otherwise; the invitation's text is its first message. However many devices answer, it begins
     * once.
     *
     * @param isThere whether somebody has a device that can be reached
     * @return with the conversation
     * @throws org.parley.api.error.ChatException CLOSED when it was dismissed or has expired, FORBIDDEN for
     *     a visitor who is blocked
     */
    Invitation answer(Caller visitor, UUID invitation, Predicate<Participant> isThere);

    /** Ends those that are still open; the others stay as they are. */
    void expire(Collection<UUID> invitations);

    /** Those that visitors can answer; in no order. */
    List<Invitation> open();

    /**
     * What became of a site's invitations, a row for each day that has any, oldest first.
     *
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown site
     */
    List<InvitationCount> counts(Caller staff, String site, LocalDate from, LocalDate to);
}
