package org.parley.api.invitation;

import java.util.Map;
import java.util.UUID;

/**
 * Invites visitors by itself, at most once in a visit and only while the department accepts.
 *
 * @param id null for a rule that is not stored yet
 * @param name for administrators, 1 to 100 UTF-16 units
 * @param rank the lowest is tried first
 * @param department the department's key within the site
 * @param texts by language (BCP 47), at least one, each 1 to {@code parley.limits.text} UTF-16 units; a visitor gets
 *     the one of their language, else the English one, else any
 */
public record InvitationRule(
        UUID id,
        String site,
        String name,
        boolean enabled,
        int rank,
        String department,
        Conditions when,
        Map<String, String> texts) {
    public InvitationRule {
        texts = Map.copyOf(texts);
    }

    /** A new rule; it still needs a name and a text. */
    public static InvitationRule initial(String site) {
        Conditions always = new Conditions(null, null, null, null, null, null, null, null);
        return new InvitationRule(null, site, null, true, 0, null, always, Map.of());
    }

    /**
     * All conditions that are not null have to hold.
     *
     * @param page a pattern for the page's address without its query, in which {@code *} stands for anything
     * @param seconds on this page, at least
     * @param pages of this visit, at least
     * @param returning whether the visitor was known before this visit
     * @param attribute the name of an attribute of the visitor
     * @param value the exact value of that attribute
     * @param from the first minute of the day, {@code HH:mm} in the zone of the site's business hours, or in UTC
     * @param to the minute after the last; before {@code from} when the hours go past midnight
     */
    public record Conditions(
            String page,
            Integer seconds,
            Integer pages,
            Boolean returning,
            String attribute,
            String value,
            String from,
            String to) {}
}
