package org.parley.api.security;

import java.util.regex.Pattern;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;

/**
 * Who does what no person does: a rule, a bot, an import. Each feature that acts by itself has one of its own, as a constant.
 * It gives commands that are open to {@link Circle#HOUSE}, without any identity of the container (ADR-0029).
 *
 * @param id 1 to 32 of a-z and hyphen, beginning with a letter; the id of the author of what it writes, so that no two share
 *     one
 * @param name for people to read, at most 100 UTF-16 units; null when it writes nothing that needs a name
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

    /** As the author of an entry, of kind SYSTEM. */
    public Participant participant() {
        return new Participant(ParticipantKind.SYSTEM, id, name);
    }
}
