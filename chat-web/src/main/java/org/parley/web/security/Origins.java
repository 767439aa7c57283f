package org.parley.web.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.web.site.KnownSites;

/** Which web pages may talk to Parley: its own, those of {@code parley.origins}, and for visitors their site's. */
@ApplicationScoped
public class Origins {
    private static final Logger LOG = Logger.getLogger(Origins.class.getName());

    @Inject
    KnownSites sites;

    @Inject
    @ConfigProperty(name = "parley.origins")
    Optional<String> extra;

    @Inject
    @ConfigProperty(name = "parley.public-url")
    Optional<String> publicUrl;

    private URI own;

    /** A wrong setting shall stop the deployment; a missing one is logged. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (own == null) {
            LOG.warning("parley.public-url is not set: whatever Host a request names counts as Parley's own pages.");
        }
    }

    @PostConstruct
    void prepare() {
        own = publicUrl.map(Origins::url).orElse(null);
    }

    private static URI url(String setting) {
        if (!setting.matches("https?://[^/?#@]+(/.*)?") || authority(setting).isEmpty()) {
            throw new IllegalStateException("parley.public-url is an address such as https://chat.example.com/chat.");
        }
        return URI.create(setting);
    }

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

    /** Whether the request is for the host of {@code parley.public-url}; true without that setting. */
    public boolean isOwnHost(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return own == null
                || host != null && authority(own.getScheme() + "://" + host).equals(authority(own.toString()));
    }

    /** Whether the origin is that of Parley's own pages. */
    public boolean isOwn(String origin, HttpServletRequest request) {
        if (own != null) {
            return origin.regionMatches(
                            true, 0, own.getScheme() + "://", 0, own.getScheme().length() + 3)
                    && authority(origin).equals(authority(own.toString()));
        }
        // By host and port: behind a proxy that ends TLS, the server sees another scheme than the browser.
        String host = request.getHeader("Host");
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    /** Host and port in lower case, without the scheme's default port; blank when there is none. */
    private static String authority(String url) {
        try {
            URI uri = URI.create(url);
            String authority = String.valueOf(uri.getRawAuthority()).toLowerCase(Locale.ROOT);
            return authority.replaceFirst("https".equalsIgnoreCase(uri.getScheme()) ? ":443$" : ":80$", "");
        } catch (IllegalArgumentException notAUrl) {
            return "";
        }
    }
}
