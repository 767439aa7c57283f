package org.parley.api.invitation;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.parley.api.security.Caller;

/** The rules that invite visitors by themselves. */
public interface InvitationRuleBook {
    /** The most rules of a site. */
    int MOST_RULES = 50;

    /** A site's rules, in the order of trial. */
    List<InvitationRule> list(Caller admin, String site);

    /** The same, enabled rules only; empty for an unknown site. */
    List<InvitationRule> enabled(String site);

    /** The zone of a site's business hours; UTC when it has none. */
    ZoneId zone(String site);

    /**
     * Makes a rule, or changes the one with this id.
     *
     * @param id null for a new one
     * @param change makes the wanted rule from the stored one, or from {@link InvitationRule#initial}; called once,
     *     while nobody else can change the site's rules; when it throws, nothing is changed
     * @return the stored rule, with its id
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown site, department or id, INVALID or TOO_LARGE
     *     when a field breaks its rule, CONFLICT when the site has {@value #MOST_RULES} already; nothing is changed
     */
    InvitationRule save(Caller admin, String site, UUID id, UnaryOperator<InvitationRule> change);

    /** @throws org.parley.api.error.ChatException NOT_FOUND when the site has no such rule */
    void delete(Caller admin, String site, UUID rule);
}
