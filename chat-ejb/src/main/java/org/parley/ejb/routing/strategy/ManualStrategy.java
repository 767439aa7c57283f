package org.parley.ejb.routing.strategy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;

/** Operators pick: a conversation waits until somebody accepts it. */
@ApplicationScoped
public class ManualStrategy implements RoutingStrategy {
    @Override
    public String name() {
        return "manual";
    }

    @Override
    public Optional<Candidate> choose(Waiting conversation, List<Candidate> candidates) {
        return Optional.empty();
    }
}
