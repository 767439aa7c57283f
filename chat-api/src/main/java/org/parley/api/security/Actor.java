package org.parley.api.security;

import java.util.regex.Pattern;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;

/**
 * A caller who is no person: a rule, a bot, an import. Each feature that acts by itself has its own, as a constant. It
 * gives commands that are open to {@link Circle#HOUSE}, without any identity of the container (ADR-0029).
 *
 * @param id 1 to 32 of a-z and hyphen, beginning with a letter; the author's id of its entries, so no two share one
 * @param name for people to read, at most 100 UTF-16 units; null for an actor that needs no name
 */
public record Actor(String id, String name) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z-]{0,31}");
    private static final int LONGEST_NAME = 100;

    /** @throws IllegalArgumentException for another id or a longer name */
    public Actor {
        if (!ID.matcher(id).matches() || name != null && name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("No actor can be called " + id + ", " + name);
        }
    }

    /** The author of its entries, of kind SYSTEM. */
    public Participant participant() {
        return new Participant(ParticipantKind.SYSTEM, id, name);
    }
}
