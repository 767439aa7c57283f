package org.parley.api.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.api.conversation.Priority;

/**
 * Who is served first, and by whom. A department names its strategy; a company adds its own as a CDI bean of this type in
 * the application (docs/routing.md). The rules decide on what they are given and on nothing else: they are called within
 * the transaction that assigns, must be quick, must not wait, must keep nothing and must leave what they are given as it
 * is. {@code RoutingStrategyContract} in the test-jar of this module checks what is said here.
 */
public interface RoutingStrategy {
    /** Who has waited a day longer than another comes before them, whatever speaks for the other: nobody starves. */
    Duration LONGEST_HEAD_START = Duration.ofDays(1);

    /** Who has waited longest comes first; the more urgent count as having waited {@link Priority#headStart() longer}. */
    Comparator<Waiting> BY_URGENCY = Comparator.<Waiting, Instant>comparing(
                    waiting -> waiting.since().minus(waiting.priority().headStart()))
            .thenComparing(Waiting::conversation);

    /** What a department's {@code strategy} says: 1 to 40 of {@code a-z 0-9 -}; unique in the application. */
    String name();

    /**
     * Who is served first: a total order, equal only for the same conversation, and the same whenever it is asked. So what
     * ages is not read from a clock: who may go ahead counts as having waited longer, by less than
     * {@link #LONGEST_HEAD_START}.
     */
    default Comparator<Waiting> order() {
        return BY_URGENCY;
    }

    /**
     * The operator to whom a conversation is offered. The same conversation and candidates, in whatever order, give the same
     * operator; so a tie is broken by what the candidates are, at last by their ids.
     *
     * @param candidates who serves the department, can be reached, is willing, has room and did not let this conversation
     *     pass already; in no order, maybe empty
     * @return one of the candidates; empty when it shall wait for somebody to pick it
     */
    Optional<Candidate> choose(Waiting conversation, List<Candidate> candidates);
}
