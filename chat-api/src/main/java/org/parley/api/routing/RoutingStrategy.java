package org.parley.api.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who is served first, and by whom. A department names its strategy; a company adds its own as a CDI bean of this type in
 * the application. The rules decide on what they are given and on nothing else: they are called within the transaction
 * that assigns, must be quick, must not wait and must keep nothing.
 */
public interface RoutingStrategy {
    /** Who has waited longest comes first, the more urgent before. */
    Comparator<Waiting> BY_URGENCY = Comparator.comparing(Waiting::priority)
            .reversed()
            .thenComparing(Waiting::since)
            .thenComparing(Waiting::conversation);

    /** What a department's {@code strategy} says: 1 to 40 of {@code a-z 0-9 -}; unique in the application. */
    String name();

    /** Who is served first; a total order, consistent for the same conversations whenever it is asked. */
    default Comparator<Waiting> order() {
        return BY_URGENCY;
    }

    /**
     * The operator to whom a conversation is offered.
     *
     * @param candidates who serves the department, can be reached, is willing, has room and did not let this conversation
     *     pass already; in no order, maybe empty
     * @return one of the candidates; empty when it shall wait for somebody to pick it
     */
    Optional<Candidate> choose(Waiting conversation, List<Candidate> candidates);
}
