package org.parley.ejb.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;

/**
 * An operator who has let a conversation pass is asked again only after everybody else, and after a pause. So the
 * visitor is not given up, and the operator is not rung without end.
 */
final class PassedOffers {
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(30);

    private final Map<OperatorId, Instant> passedAt = new HashMap<>();
    private final Duration pause;

    /** @param offer how long an operator is asked */
    PassedOffers(Duration offer) {
        pause = offer.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : offer;
    }

    void passed(OperatorId operator, Instant at) {
        passedAt.merge(operator, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    List<Candidate> mayBeAsked(List<Candidate> candidates, Instant now) {
        List<Candidate> fresh = candidates.stream()
                .filter(candidate -> !passedAt.containsKey(candidate.operator()))
                .toList();
        return fresh.isEmpty()
                ? candidates.stream()
                        .filter(candidate ->
                                !passedAt.get(candidate.operator()).plus(pause).isAfter(now))
                        .toList()
                : fresh;
    }
}
