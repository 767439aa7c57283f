package org.parley.ejb.routing.strategy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;

/** Chooses the operator who answered this visitor before; when they cannot, the other strategy decides. */
public record LastOperatorFirst(RoutingStrategy otherwise) implements RoutingStrategy {
    @Override
    public String name() {
        return otherwise.name();
    }

    @Override
    public Comparator<Waiting> order() {
        return otherwise.order();
    }

    @Override
    public Optional<Candidate> choose(Waiting conversation, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.operator().equals(conversation.lastOperator()))
                .findAny()
                .or(() -> otherwise.choose(conversation, candidates));
    }
}
