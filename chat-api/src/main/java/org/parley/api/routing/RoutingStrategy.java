package org.parley.api.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.api.conversation.Priority;

/**
 * Who is served first, and by whom. A department names its strategy; a company adds its own as a CDI bean of this type
 * in the application (docs/routing.md). A strategy decides on its arguments alone. It is called on the thread that routes
 * for all departments, so it must be quick and must not wait. It keeps no state and does not change its arguments.
 * {@code RoutingStrategyContract} in the test-jar of this module checks these rules.
 */
public interface RoutingStrategy {
    /** A conversation that has waited a day longer than another comes before it, so that nobody waits forever. */
    Duration LONGEST_HEAD_START = Duration.ofDays(1);

    /** The longest waiting comes first; urgent ones count as having waited {@link Priority#headStart() longer}. */
    Comparator<Waiting> BY_URGENCY = Comparator.<Waiting, Instant>comparing(
                    waiting -> waiting.since().minus(waiting.priority().headStart()))
            .thenComparing(Waiting::conversation);

    /** The value of a department's {@code strategy}: 1 to 40 of {@code a-z 0-9 -}; unique in the application. */
    String name();

    /**
     * Who is served first: a total order, equal only for the same conversation, and always the same. So it reads no
     * clock: a conversation that may go ahead counts as having waited longer, by less than {@link #LONGEST_HEAD_START}.
     */
    default Comparator<Waiting> order() {
        return BY_URGENCY;
    }

    /**
     * The operator to whom a conversation is offered. It is asked from the front of the queue, as long as somebody has
     * room; and again when the conversation or the candidates change. The same conversation and candidates give the
     * same operator, in whatever order they come; so ties are broken by properties of the candidates, in the end by
     * their ids.
     *
     * @param candidates operators who serve the department, can be reached, are willing, have room and have not let
     *     this conversation pass; in no order, maybe empty
     * @return one of the candidates; empty to let it wait until somebody picks it
     */
    Optional<Candidate> choose(Waiting conversation, List<Candidate> candidates);
}
