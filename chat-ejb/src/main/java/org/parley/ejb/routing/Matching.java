package org.parley.ejb.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;

/**
 * Matches queued conversations with operators who have room, by the choice of the strategy. A plain class, so that its
 * rules can be tested: nobody gets more than they have room for, and only operators who may be asked are asked.
 */
final class Matching {
    record Match(Waiting waiting, Candidate candidate) {}

    private final RoutingStrategy strategy;

    Matching(RoutingStrategy strategy) {
        this.strategy = strategy;
    }

    /**
     * @param waiting in the order of serving; nobody is looked at once all room is given away
     * @param candidates each below their capacity
     * @param mayBeAsked the candidates among these who may be asked to take the conversation
     * @return each conversation at most once, in the order of serving
     */
    List<Match> match(
            Iterable<Waiting> waiting,
            Collection<Candidate> candidates,
            BiFunction<Waiting, List<Candidate>, List<Candidate>> mayBeAsked) {
        List<Candidate> free = List.copyOf(candidates);
        List<Match> matches = new ArrayList<>();
        for (Waiting one : waiting) {
            if (free.isEmpty()) {
                break;
            }
            Candidate chosen = strategy.choose(one, mayBeAsked.apply(one, free)).orElse(null);
            if (chosen != null) {
                matches.add(new Match(one, chosen));
                free = after(chosen, free);
            }
        }
        return matches;
    }

    private static List<Candidate> after(Candidate chosen, List<Candidate> free) {
        List<Candidate> left = new ArrayList<>(free);
        left.remove(chosen);
        if (chosen.load() + 1 < chosen.capacity()) {
            left.add(busier(chosen));
        }
        return List.copyOf(left);
    }

    private static Candidate busier(Candidate one) {
        return new Candidate(
                one.operator(), one.skill(), one.languages(), one.load() + 1, one.capacity(), one.lastAssigned());
    }
}
