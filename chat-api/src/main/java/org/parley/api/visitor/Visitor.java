package org.parley.api.visitor;

import java.time.Instant;
import java.util.Map;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;

/**
 * Somebody who asks, in one site.
 *
 * @param subject the host's id of a proven visitor; null for an anonymous one
 * @param name for people to read; null when unknown
 * @param attributes from the page, never taken as proven; maybe empty
 * @param created when they were first seen
 */
public record Visitor(
        VisitorId id, String site, String subject, String name, Map<String, String> attributes, Instant created) {
    public Visitor {
        attributes = Map.copyOf(attributes);
    }

    public Participant asParticipant() {
        return new Participant(ParticipantKind.VISITOR, id.toString(), name);
    }
}
