package org.parley.api.invitation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.parley.api.security.Caller;

/**
 * Invitations of visitors to talk, as Parley itself ends and reads them; {@link InvitationCommand} is what is done with one.
 * A visitor has at most one open invitation. After each commit an {@link InvitationEvent} leaves.
 */
public interface Invitations {
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
