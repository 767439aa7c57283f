package org.parley.api.site;

import org.parley.api.wire.WireName;

/**
 * What a site lets operators see of its visitors, and what is kept of them.
 *
 * @param watching how much
 * @param keepAddress whether the visitor's network address stands on the board of live visitors
 * @param keepQuery whether the queries of page addresses are seen and kept, in which sites may put what is nobody's business
 */
public record VisitorPolicy(Watching watching, boolean keepAddress, boolean keepQuery) {
    /** How much of a visitor's way over the site is seen. */
    public enum Watching implements WireName {
        /** Nothing: pages are forgotten as they are told. */
        OFF,
        /** Who is there now, and on which page; nothing is stored. */
        LIVE,
        /** The same, and the pages are stored for {@code parley.visitor.trail-days}. */
        TRAIL;
    }

    /** For a site that has not said anything: seen, nothing kept. */
    public static final VisitorPolicy DEFAULT = new VisitorPolicy(Watching.LIVE, false, false);

    /** For a site that is not there. */
    public static final VisitorPolicy NOTHING = new VisitorPolicy(Watching.OFF, false, false);
}
