package org.parley.api.site;

import org.parley.api.wire.WireName;

/**
 * What a site lets operators see of its visitors, and what is kept of them.
 *
 * @param watching how much
 * @param keepAddress whether operators see the network address of a live visitor
 * @param keepQuery whether the queries of page addresses are seen and kept; they may hold private things
 */
public record VisitorPolicy(Watching watching, boolean keepAddress, boolean keepQuery) {
    /** How much operators see of a visitor's pages. */
    public enum Watching implements WireName {
        /** Nothing: reported pages are forgotten. */
        OFF,
        /** Who is there now, and on which page; nothing is stored. */
        LIVE,
        /** The same, and the pages are stored for {@code parley.visitor.trail-days}. */
        TRAIL;
    }

    /** The policy of a new site. */
    public static final VisitorPolicy DEFAULT = new VisitorPolicy(Watching.LIVE, false, false);

    /** The policy of an unknown site. */
    public static final VisitorPolicy NOTHING = new VisitorPolicy(Watching.OFF, false, false);
}
