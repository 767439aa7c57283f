package org.parley.api.visitor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.api.security.Caller;

/** Visitors, and the pages that they saw. */
public interface Visitors {
    /**
     * Makes an anonymous visitor.
     *
     * @param attributes from the page, never taken as proven; {@code name} becomes the shown name; at most 20, keys up
     *     to 50 and values up to 500 UTF-16 units
     * @param browser a random secret of the browser; only its hash is kept; null when it has none
     * @param requestKey the request's own: for {@code parley.visitor.repeat} seconds its repeat from the same browser
     *     gives the same visitor, however many repeat it at once. Null, or no {@code browser}: always a new visitor
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown site, INVALID for wrong attributes, CONFLICT
     *     when the key came with other attributes before
     */
    Visitor anonymous(String site, Map<String, String> attributes, String browser, String requestKey);

    /**
     * The visitor proven by the host site; the same for the same subject, however many ask at once.
     *
     * @param name from the host's token, or null
     * @param vip usually 0; higher for a visitor who is more important to the host: routing may serve them first
     */
    Visitor proven(String site, String subject, String name, int vip, Map<String, String> attributes, String browser);

    /**
     * A known visitor has come again.
     *
     * @param attributes replace the old ones, with the same limits as for a new visitor; only an anonymous visitor gets
     *     their {@code name} as shown name. Null: no change
     * @param browser as for a new visitor
     * @return empty for an unknown visitor
     * @throws org.parley.api.error.ChatException INVALID for wrong attributes; nothing is changed
     */
    Optional<Visitor> returning(VisitorId id, Map<String, String> attributes, String browser);

    /**
     * The visitor has told their name, which is shown from now on, also in all open conversations.
     *
     * @param name nothing changes when it is null or blank, or the visitor is proven
     */
    void callThemselves(VisitorId visitor, String name);

    Optional<Visitor> find(VisitorId id);

    /**
     * A visitor for staff. Supervisors see all; others see visitors of sites in which they serve a department, and
     * visitors with whom they talk, have talked or are asked to.
     *
     * @throws org.parley.api.error.ChatException NOT_FOUND for all other visitors
     */
    Visitor find(Caller staff, VisitorId id);

    /**
     * Stores pages that visitors have seen, in one transaction. The caller has asked whether the site wants that.
     *
     * @param views in no order, maybe empty
     */
    void keep(List<PageView> views);

    /**
     * The stored pages of a visitor, newest first.
     *
     * @param limit 1 to 200
     * @throws org.parley.api.error.ChatException NOT_FOUND for a visitor whom the caller may not see
     */
    List<PageView> trail(Caller staff, VisitorId visitor, int limit);
}
