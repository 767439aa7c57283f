package org.parley.api.site;

import java.util.Set;

/**
 * An embedding web site.
 *
 * @param id 1 to 64 of {@code a-z 0-9 -}; stands in the embed snippet
 * @param name for people to read
 * @param origins the browser origins (RFC 6454, such as {@code https://shop.example}) that may embed the widget; in no
 *     order, maybe empty
 * @param identityKey verifies the host's identity tokens: a PEM public key, or a secret of at least 32 characters; null
 *     when the site proves no visitors
 * @param visitors what operators see of the site's visitors, and what is kept
 */
public record Site(String id, String name, Set<String> origins, String identityKey, VisitorPolicy visitors) {
    public Site {
        origins = Set.copyOf(origins);
    }

    /** A site with the default policy for its visitors. */
    public Site(String id, String name, Set<String> origins, String identityKey) {
        this(id, name, origins, identityKey, VisitorPolicy.DEFAULT);
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "Site[" + id + "]";
    }
}
