package org.parley.web.visitor;

import java.time.Instant;
import org.parley.api.conversation.Participant;
import org.parley.web.protocol.ClientFrame.Page;
import org.parley.web.security.Agent;

/** A visitor told on which page they are. */
record Sighting(Participant visitor, String site, Agent agent, Page page, Instant at) {
    /** Queries often hold what is nobody's business: search words, names, tokens. */
    Sighting withoutQueries() {
        return new Sighting(visitor, site, agent, page.withoutQueries(), at);
    }
}
