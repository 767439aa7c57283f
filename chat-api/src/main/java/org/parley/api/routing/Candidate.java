package org.parley.api.routing;

import java.time.Instant;
import java.util.Set;
import org.parley.api.operator.OperatorId;

/**
 * An operator who could take a conversation now.
 *
 * @param skill for this department, 1 to 10; 10 is the best
 * @param languages BCP 47; empty when unknown
 * @param load the number of conversations that they own or are asked to take; below {@code capacity}
 * @param capacity at least 1
 * @param lastAssigned when they last got or were offered a conversation; null for never
 */
public record Candidate(
        OperatorId operator, int skill, Set<String> languages, int load, int capacity, Instant lastAssigned) {
    public Candidate {
        languages = Set.copyOf(languages);
    }
}
