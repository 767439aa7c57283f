package org.parley.api.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.api.security.Caller;

/**
 * Invitations of visitors to talk, as Parley itself makes, ends and reads them; {@link InvitationCommand} is what people do.
 * A visitor has at most one open invitation. After each commit an {@link InvitationEvent} leaves.
 */
public interface Invitations {
    /**
     * Invites in the name of a department.
     *
     * @param rule for which the visitor is invited at most once a visit
     * @param visitBegan since when no rule may have invited the visitor
     * @return empty when the visitor is blocked, has an invitation or a conversation, was invited by a rule in this visit,
     *     or has dismissed an invitation within {@code parley.invitation.quiet}; nothing is stored then
     */
    Optional<Invitation> inviteByRule(InvitationRule rule, UUID visitor, String text, Instant visitBegan);

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
