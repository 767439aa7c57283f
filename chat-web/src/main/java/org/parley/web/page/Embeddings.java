package org.parley.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.api.error.ErrorCode;
import org.parley.api.site.Site;
import org.parley.web.security.Origins;
import org.parley.web.site.KnownSites;

/** Which pages may show the widget, and on which of them it was loaded since this server started. */
@ApplicationScoped
public class Embeddings {
    /** Only origins of sites are kept, because others could fill it. */
    private final Map<String, Map<String, Instant>> seen = new ConcurrentHashMap<>();

    @Inject
    KnownSites sites;

    @Inject
    Origins origins;

    @Inject
    Clock clock;

    /** @return when the widget was last loaded, for each of the site's origins on which it was */
    public Map<String, Instant> seen(Site site) {
        Map<String, Instant> named = new TreeMap<>(seen.getOrDefault(site.id(), Map.of()));
        named.keySet().retainAll(site.origins());
        return named;
    }

    /** @param request for the widget's page, with the site and the origin of the page around it */
    Optional<ErrorCode> refusal(HttpServletRequest request) {
        String origin = Query.value(request, "origin");
        Optional<Site> site = sites.find(Query.value(request, "site"));
        if (origin == null || site.isEmpty()) {
            return origin == null ? Optional.empty() : Optional.of(ErrorCode.NOT_FOUND);
        }
        if (site.get().origins().contains(origin)) {
            seen.computeIfAbsent(site.get().id(), id -> new ConcurrentHashMap<>())
                    .put(origin, clock.instant());
            return Optional.empty();
        }
        return origins.isOwn(origin, request) ? Optional.empty() : Optional.of(ErrorCode.FORBIDDEN);
    }
}
