package org.parley.ejb.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;

/**
 * Brings who waits together with who has room, in the order and by the choice of the strategy. Plain, so that its rules
 * can be tried out: nobody gets more than they have room for, and nobody is asked who may not be.
 */
final class Matching {
    record Match(Waiting waiting, Candidate candidate) {}

    private final RoutingStrategy strategy;

    Matching(RoutingStrategy strategy) {
        this.strategy = strategy;
    }

    /**
     * @param candidates each below their capacity
     * @param mayBeAsked of these candidates, who may be asked to take this conversation
     * @return each conversation at most once, who is served first comes first
     */
    List<Match> match(
            Collection<Waiting> waiting,
            Collection<Candidate> candidates,
            BiFunction<Waiting, List<Candidate>, List<Candidate>> mayBeAsked) {
        List<Candidate> free = new ArrayList<>(candidates);
        List<Match> matches = new ArrayList<>();
        for (Waiting one : waiting.stream().sorted(strategy.order()).toList()) {
            if (free.isEmpty()) {
                break;
            }
            strategy.choose(one, mayBeAsked.apply(one, List.copyOf(free))).ifPresent(chosen -> {
                matches.add(new Match(one, chosen));
                free.remove(chosen);
                if (chosen.load() + 1 < chosen.capacity()) {
                    free.add(busier(chosen));
                }
            });
        }
        return matches;
    }

    private static Candidate busier(Candidate one) {
        return new Candidate(
                one.operator(), one.skill(), one.languages(), one.load() + 1, one.capacity(), one.lastAssigned());
    }
}
