package org.parley.ejb.routing.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Priority;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.Waiting;

/** Operators and conversations for the tests of single rules. */
final class People {
    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    static final OperatorId OLIVIA = new OperatorId(new UUID(0, 1));
    static final OperatorId OMAR = new OperatorId(new UUID(0, 2));

    private People() {}

    static Candidate busy(OperatorId operator, int load, int capacity) {
        return new Candidate(operator, 5, Set.of(), load, capacity, NOON);
    }

    static Candidate asked(OperatorId operator, Instant lastAssigned) {
        return new Candidate(operator, 5, Set.of(), 0, 1, lastAssigned);
    }

    static Candidate skilled(OperatorId operator, int skill, String... languages) {
        return new Candidate(operator, skill, Set.of(languages), 0, 1, NOON);
    }

    static Waiting anybody() {
        return speaking(null);
    }

    static Waiting speaking(String language) {
        return new Waiting(
                new ConversationId(new UUID(1, 1)),
                new DepartmentId(new UUID(0, 0)),
                NOON,
                Priority.NORMAL,
                language,
                Map.of(),
                0,
                null);
    }

    static Waiting knowing(OperatorId operator) {
        return new Waiting(
                new ConversationId(new UUID(1, 1)),
                new DepartmentId(new UUID(0, 0)),
                NOON,
                Priority.NORMAL,
                null,
                Map.of(),
                0,
                operator);
    }

    /** A waiting visitor of this importance, who came so much later than noon. */
    static Waiting later(Duration after, Priority priority, int vip, String question) {
        return new Waiting(
                new ConversationId(new UUID(1, 2)),
                new DepartmentId(new UUID(0, 0)),
                NOON.plus(after),
                priority,
                null,
                Map.of("question", question),
                vip,
                null);
    }
}
