package org.parley.web.site;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.parley.api.event.EventFeed;
import org.parley.api.site.Site;
import org.parley.api.site.SiteChanged;
import org.parley.api.site.Sites;

/**
 * The sites for what comes with each visitor. A change counts at once on its own node, and within two seconds on
 * others.
 */
@ApplicationScoped
public class KnownSites {
    private static final Duration MEMORY = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    @Inject
    Sites sites;

    @Inject
    EventFeed events;

    private LoadingCache<String, Optional<Site>> byId;

    @PostConstruct
    void prepare() {
        byId = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build(sites::find);
        events.subscribe(SiteChanged.class, changed -> byId.invalidate(changed.site()));
    }

    /** May read the database. */
    public Optional<Site> find(String id) {
        return byId.get(id);
    }
}
