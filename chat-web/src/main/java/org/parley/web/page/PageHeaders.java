package org.parley.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ErrorCode;
import org.parley.web.site.KnownSites;

/**
 * Sets what browsers may do with our pages: no inline script or style, nothing from elsewhere, and only a site's own
 * pages may frame its widget.
 */
public class PageHeaders implements Filter {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-src 'self'; frame-ancestors 'self'";

    @Inject
    StaticFiles files;

    @Inject
    Embeddings embeddings;

    @Inject
    KnownSites sites;

    @Inject
    @ConfigProperty(name = "parley.console.frame-ancestors")
    Optional<String> portals;

    @Override
    public void doFilter(ServletRequest plain, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plain;
        HttpServletResponse response = (HttpServletResponse) answer;
        String path = request.getServletPath();
        if (path.equals("/socket")) {
            // No page comes from there, and servers keep the answer's headers for as long as the socket is open.
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", POLICY + ancestors(request, path));
        if (path.startsWith("/loader/")) {
            // Host pages with an embedder policy load it too.
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
            response.setHeader("Access-Control-Allow-Origin", "*"); // The loader imports its second file
            response.setHeader("Cache-Control", "public, max-age=300");
        } else if (!path.startsWith("/api/")) {
            response.setHeader("Cache-Control", "no-cache"); // asked again each time, answered 304
        } else {
            response.setHeader("Cache-Control", "no-store");
        }
        if (isWidget(request, path) && refused(request, response)) {
            return;
        }
        if (!files.serve(request, response)) {
            chain.doFilter(request, response);
        }
    }

    private static boolean isWidget(HttpServletRequest request, String path) {
        return path.startsWith("/widget/") && Query.value(request, "site") != null;
    }

    /**
     * A page that may not frame the widget gets one that only says why (widget.js), because the browser itself would
     * only say that it was refused.
     */
    private boolean refused(HttpServletRequest request, HttpServletResponse response) {
        if (Query.value(request, "refused") != null) {
            return false;
        }
        Optional<ErrorCode> refusal = embeddings.refusal(request);
        refusal.ifPresent(code -> {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", "?refused=" + code.wire() + "&" + request.getQueryString());
        });
        return refusal.isPresent();
    }

    private String ancestors(HttpServletRequest request, String path) {
        if (isWidget(request, path)) {
            return Query.value(request, "refused") != null
                    ? " *"
                    : sites.find(Query.value(request, "site"))
                            .map(site -> " " + String.join(" ", site.origins()))
                            .orElse("");
        }
        return path.startsWith("/console/") ? " " + portals.orElse("").replace(',', ' ') : "";
    }
}
