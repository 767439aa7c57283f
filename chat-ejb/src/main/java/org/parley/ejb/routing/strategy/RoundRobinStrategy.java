package org.parley.ejb.routing.strategy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;

/** Chooses by turns the operator who has not been asked for the longest time, however busy. */
@ApplicationScoped
public class RoundRobinStrategy implements RoutingStrategy {
    @Override
    public String name() {
        return "round-robin";
    }

    @Override
    public Optional<Candidate> choose(Waiting conversation, List<Candidate> candidates) {
        return candidates.stream().min(Preferences.LONGEST_NOT_ASSIGNED);
    }
}
