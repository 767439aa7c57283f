package org.parley.api.routing;

import java.time.Instant;
import java.util.Set;
import org.parley.api.operator.OperatorId;

/**
 * An operator who could take a conversation now.
 *
 * @param skill for this department, 1 to 10; 10 is the best
 * @param languages BCP 47; empty when nothing is known
 * @param load conversations that they own and offers that wait for them; below {@code capacity}
 * @param capacity at least 1
 * @param lastAssigned when they were last given a conversation, or asked; null for never
 */
public record Candidate(
        OperatorId operator, int skill, Set<String> languages, int load, int capacity, Instant lastAssigned) {
    public Candidate {
        languages = Set.copyOf(languages);
    }
}
