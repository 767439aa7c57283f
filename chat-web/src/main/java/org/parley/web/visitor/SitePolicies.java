package org.parley.web.visitor;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.parley.api.site.Site;
import org.parley.api.site.Sites;
import org.parley.api.site.VisitorPolicy;

/** What each site allows to be seen and kept of its visitors. A change counts within seconds. May read the database. */
@ApplicationScoped
class SitePolicies {
    private static final Duration MEMORY = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    @Inject
    Sites sites;

    private LoadingCache<String, VisitorPolicy> bySite;

    @PostConstruct
    void prepare() {
        bySite = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(MEMORY)
                .build(site -> sites.find(site).map(Site::visitors).orElse(VisitorPolicy.NOTHING));
    }

    VisitorPolicy of(String site) {
        return bySite.get(site);
    }
}
