package org.parley.web.visitor;

import java.time.Instant;
import org.parley.api.conversation.Participant;
import org.parley.web.protocol.ClientFrame.Page;
import org.parley.web.security.Agent;

/** A visitor told on which page they are. */
record Sighting(Participant visitor, String site, Agent agent, Page page, Instant at) {}
