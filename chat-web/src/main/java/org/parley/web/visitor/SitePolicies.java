package org.parley.web.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.api.site.Site;
import org.parley.api.site.VisitorPolicy;
import org.parley.web.site.KnownSites;

/** What each site allows to be seen and kept of its visitors. A change counts within seconds. May read the database. */
@ApplicationScoped
class SitePolicies {
    @Inject
    KnownSites sites;

    VisitorPolicy of(String site) {
        return sites.find(site).map(Site::visitors).orElse(VisitorPolicy.NOTHING);
    }
}
