package org.parley.api.invitation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.parley.api.security.Caller;

/**
 * Invitations as Parley itself ends and reads them; {@link InvitationCommand} has the commands. A visitor has at most
 * one open invitation. After each commit an {@link InvitationEvent} leaves.
 */
public interface Invitations {
    /** Ends the open ones among these; the others stay as they are. */
    void expire(Collection<UUID> invitations);

    /** The invitations that visitors can still answer; in no order. */
    List<Invitation> open();

    /**
     * The outcome of a site's invitations, a row for each day with any, oldest first.
     *
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown site
     */
    List<InvitationCount> counts(Caller staff, String site, LocalDate from, LocalDate to);
}
