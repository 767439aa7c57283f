package org.parley.web.security;

import java.time.Instant;
import java.util.Set;

/**
 * The content of a verified token.
 *
 * @param issuer Parley itself ({@link #OWN_ISSUER}) or the company's identity provider
 * @param site the visitor's site; null for staff
 * @param groups the token's groups; maybe empty
 * @param session the session of staff; null for a visitor
 */
public record Identity(
        String issuer, String subject, String name, String site, Set<String> groups, Instant expires, Session session) {
    /** The issuer of Parley's own tokens. */
    public static final String OWN_ISSUER = "parley";

    public Identity {
        groups = Set.copyOf(groups);
    }

    /** A visitor's, without a session. */
    public Identity(String issuer, String subject, String name, String site, Set<String> groups, Instant expires) {
        this(issuer, subject, name, site, groups, expires, null);
    }

    /**
     * A session of staff, which began with a sign-in.
     *
     * @param began the time of the sign-in, or of the identity provider's token
     * @param generation the {@code Standing.generation} of that time; null for the identity provider's tokens
     */
    public record Session(String id, Instant began, String generation) {}

    Identity withGroups(Set<String> allowed) {
        return new Identity(issuer, subject, name, site, allowed, expires, session);
    }

    public boolean isOwn() {
        return OWN_ISSUER.equals(issuer);
    }

    /** Whether another token is of the same caller with the same rights, so that it may replace this one. */
    public boolean isSameCallerAs(Identity other) {
        return principalName().equals(other.principalName()) && groups.equals(other.groups());
    }

    /** Unique over all issuers; the name of the container's principal. */
    public String principalName() {
        return issuer + "|" + subject;
    }
}
