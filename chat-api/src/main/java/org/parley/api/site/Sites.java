package org.parley.api.site;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.parley.api.security.Caller;

/** The embedding web sites. */
public interface Sites {
    Optional<Site> find(String id);

    /** All sites by id. */
    List<Site> list(Caller admin);

    /**
     * Makes or changes a site; a new one gets the department {@code support}.
     *
     * @param change makes the wanted site from the stored one, or from one without name, origins and key; called once,
     *     while nobody else can change it; when it throws, nothing is changed
     * @throws org.parley.api.error.ChatException INVALID when a field breaks its rule; nothing is changed
     */
    Site save(Caller admin, String id, UnaryOperator<Site> change);

    /**
     * The hours of departments without hours of their own; empty: always open.
     *
     * @throws org.parley.api.error.ChatException NOT_FOUND when there is no such site
     */
    Optional<BusinessHours> hours(Caller admin, String site);

    /**
     * Changes these hours.
     *
     * @param hours null: always open
     * @throws org.parley.api.error.ChatException NOT_FOUND when there is no such site
     */
    void saveHours(Caller admin, String site, BusinessHours hours);
}
