package org.parley.ejb.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.api.error.ChatException;

/** Which sites there are. None is ever deleted, so one that was found once is not looked for again. */
@ApplicationScoped
public class ExistingSites {
    @Inject
    EntityManager entityManager;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @throws ChatException NOT_FOUND when there is no such site */
    public void require(String site) {
        if (known.contains(site)) {
            return;
        }
        if (entityManager.find(SiteRow.class, site) == null) {
            throw ChatException.notFound("site");
        }
        known.add(site);
    }
}
