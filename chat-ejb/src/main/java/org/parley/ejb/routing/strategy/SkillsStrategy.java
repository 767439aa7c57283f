package org.parley.ejb.routing.strategy;

import static java.util.Comparator.comparingInt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;

/**
 * Chooses an operator with the visitor's language, of these the most skilled, of these the least busy. Without the
 * language it still chooses somebody.
 */
@ApplicationScoped
public class SkillsStrategy implements RoutingStrategy {
    @Override
    public String name() {
        return "skills";
    }

    @Override
    public Optional<Candidate> choose(Waiting conversation, List<Candidate> candidates) {
        Comparator<Candidate> byLanguage =
                comparingInt(candidate -> Spoken.match(conversation.language(), candidate.languages()));
        return candidates.stream()
                .min(byLanguage
                        .reversed()
                        .thenComparing(comparingInt(Candidate::skill).reversed())
                        .thenComparing(Preferences.LEAST_BUSY));
    }
}
