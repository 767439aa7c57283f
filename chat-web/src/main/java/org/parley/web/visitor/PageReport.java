package org.parley.web.visitor;

import java.time.Instant;
import org.parley.api.conversation.Participant;
import org.parley.web.security.Agent;

/** A visitor's device says on which page they are. */
record PageReport(Participant visitor, String site, Agent agent, Page page, Instant at) {
    /** The part that the board keeps. */
    PageReport brief() {
        Page kept = new Page(
                Brief.address(page.url(), Brief.PAGE), page.title(), Brief.address(page.referrer(), Brief.REFERRER));
        return new PageReport(visitor, site, agent, kept, at);
    }

    /** Queries often hold private things: search words, names, tokens. */
    PageReport withoutQueries() {
        return new PageReport(visitor, site, agent, page.withoutQueries(), at);
    }
}
