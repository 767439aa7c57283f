package org.parley.web.visitor;

import java.time.Instant;
import org.parley.api.conversation.Participant;
import org.parley.web.security.Agent;

/** A visitor told on which page they are. */
record Sighting(Participant visitor, String site, Agent agent, Page page, Instant at) {
    /** As much of it as the board keeps. */
    Sighting brief() {
        Page kept = new Page(
                Brief.address(page.url(), Brief.PAGE), page.title(), Brief.address(page.referrer(), Brief.REFERRER));
        return new Sighting(visitor, site, agent, kept, at);
    }

    /** Queries often hold what is nobody's business: search words, names, tokens. */
    Sighting withoutQueries() {
        return new Sighting(visitor, site, agent, page.withoutQueries(), at);
    }
}
