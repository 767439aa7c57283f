package org.parley.api.visitor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.api.security.Caller;

/** Those who ask. */
public interface Visitors {
    /**
     * A new anonymous visitor.
     *
     * @param attributes what the page says of them, never taken as proven; {@code name} becomes the shown name; at most
     *     20, keys up to 50 and values up to 500 UTF-16 units
     * @param browser a random secret of the browser, which only its hash is kept of; null when it has none
     * @param requestKey the request's own: its repeat from the same browser gives the same visitor for
     *     {@code parley.visitor.repeat} seconds, however many repeat it at once; null, and without a browser, always a new one
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown site, INVALID for wrong attributes, CONFLICT
     *     when the key came with other attributes before
     */
    Visitor anonymous(String site, Map<String, String> attributes, String browser, String requestKey);

    /**
     * The visitor whom the host site proved; the same for the same subject, however many ask at once.
     *
     * @param name from the host's token, or null
     * @param vip 0 for everybody; higher for who matters more to the host: routing may serve them first
     */
    Visitor proven(String site, String subject, String name, int vip, Map<String, String> attributes, String browser);

    /**
     * A visitor who is known already has come again.
     *
     * @param attributes what the page says now, in place of what was said before, with the same limits as for a new visitor;
     *     {@code name} is shown of those only for whom no site vouches. Null when the page says nothing
     * @param browser as for a new visitor
     * @return empty for an unknown visitor
     * @throws org.parley.api.error.ChatException INVALID for wrong attributes; nothing is changed
     */
    Optional<Visitor> returning(UUID id, Map<String, String> attributes, String browser);

    /**
     * The visitor has said how they are called, which shows from now on in all open conversations too.
     *
     * @param name null or blank, or of somebody for whom a site vouches: nothing changes
     */
    void callThemselves(UUID visitor, String name);

    Optional<Visitor> find(UUID id);

    /**
     * A visitor whom staff may look at: supervisors at all, others at those of sites in which they serve a department, and
     * at those with whom they talk, have talked or are asked to.
     *
     * @throws org.parley.api.error.ChatException NOT_FOUND for others, and for an unknown visitor
     */
    Visitor find(Caller staff, UUID id);

    /**
     * Stores pages that visitors have seen, in one transaction. Whether a site wants that is the caller's to ask.
     *
     * @param views in no order, maybe empty
     */
    void keep(List<PageView> views);

    /**
     * The pages of a visitor that are stored, newest first.
     *
     * @param limit 1 to 200
     * @throws org.parley.api.error.ChatException NOT_FOUND for a visitor whom they may not look at
     */
    List<PageView> trail(Caller staff, UUID visitor, int limit);
}
