package org.parley.ejb.routing.strategy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;

/** Chooses the least busy operator, by the used part of their capacity. */
@ApplicationScoped
public class LeastBusyStrategy implements RoutingStrategy {
    @Override
    public String name() {
        return "least-busy";
    }

    @Override
    public Optional<Candidate> choose(Waiting conversation, List<Candidate> candidates) {
        return candidates.stream().min(Preferences.LEAST_BUSY);
    }
}
