package org.parley.ejb.routing.strategy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;

/** Serves more important visitors ahead of those who have waited a little longer; chooses the least busy operator. */
@ApplicationScoped
public class PriorityStrategy implements RoutingStrategy {
    @Inject
    @ConfigProperty(name = "parley.routing.vip-minutes")
    int vipMinutes;

    @Inject
    @ConfigProperty(name = "parley.routing.question-minutes")
    Optional<String> questionMinutes;

    private HeadStarts headStarts;

    @PostConstruct
    void prepare() {
        // Split here: Payara cannot inject an optional list.
        List<String> questions =
                questionMinutes.map(list -> List.of(list.split(","))).orElse(List.of());
        headStarts = HeadStarts.of(vipMinutes, questions);
    }

    @Override
    public String name() {
        return "priority";
    }

    @Override
    public Comparator<Waiting> order() {
        return Comparator.comparing(headStarts::countsSince).thenComparing(Waiting::conversation);
    }

    @Override
    public Optional<Candidate> choose(Waiting conversation, List<Candidate> candidates) {
        return candidates.stream().min(Preferences.LEAST_BUSY);
    }
}
