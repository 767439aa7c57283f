package org.parley.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.site.Sites;

/** Which web pages may talk to Parley: its own, those of {@code parley.origins}, and for visitors their site's. */
@ApplicationScoped
public class Origins {
    @Inject
    Sites sites;

    @Inject
    @ConfigProperty(name = "parley.origins")
    Optional<String> extra;

    /** @param site the visitor's site, or null; a request without {@code Origin} comes from no page and may pass */
    public boolean allow(HttpServletRequest request, String site) {
        String origin = request.getHeader("Origin");
        return origin == null
                || isOwn(origin, request)
                || List.of(extra.orElse("").split("[ ,]+")).contains(origin)
                || site != null
                        && sites.find(site)
                                .filter(s -> s.origins().contains(origin))
                                .isPresent();
    }

    /** By host and port: behind a proxy that ends TLS the scheme that the server sees is not the browser's. */
    public boolean isOwn(String origin, HttpServletRequest request) {
        String host = request.getHeader("Host");
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
