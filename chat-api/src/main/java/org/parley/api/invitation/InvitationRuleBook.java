package org.parley.api.invitation;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.parley.api.security.Caller;

/** The rules that invite visitors by themselves. */
public interface InvitationRuleBook {
    /** How many a site may have. */
    int MOST_RULES = 50;

    /** A site's rules, in the order in which they are tried. */
    List<InvitationRule> list(Caller admin, String site);

    /** The same, those that are switched on; empty for an unknown site. */
    List<InvitationRule> enabled(String site);

    /** Where a site's hours of the day are: the zone of its business hours; UTC when it has none. */
    ZoneId zone(String site);

    /**
     * Makes a rule, or changes the one with this id.
     *
     * @param id null for a new one
     * @param change makes the wanted rule of the stored one, or of {@link InvitationRule#initial}; called once, while nobody
     *     else can change the site's rules; what it throws leaves everything as it was
     * @return with its id
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown site, department or id, INVALID or TOO_LARGE
     *     when a field breaks its rule, CONFLICT when the site has {@value #MOST_RULES} already; nothing is changed
     */
    InvitationRule save(Caller admin, String site, UUID id, UnaryOperator<InvitationRule> change);

    /** @throws org.parley.api.error.ChatException NOT_FOUND when the site has no such rule */
    void delete(Caller admin, String site, UUID rule);
}
