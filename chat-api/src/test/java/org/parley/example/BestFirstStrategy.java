package org.parley.example;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;

/** Those who matter most are answered by the best who are there; all others wait until somebody picks them. */
@ApplicationScoped
public class BestFirstStrategy implements RoutingStrategy {
    private static final Comparator<Candidate> BY_SKILL =
            Comparator.comparingInt(Candidate::skill).thenComparing(Candidate::operator);

    @Override
    public String name() {
        return "best-first";
    }

    @Override
    public Optional<Candidate> choose(Waiting conversation, List<Candidate> candidates) {
        return conversation.vip() > 0 ? candidates.stream().max(BY_SKILL) : Optional.empty();
    }
}
