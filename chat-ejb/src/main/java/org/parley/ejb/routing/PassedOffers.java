package org.parley.ejb.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;

/**
 * An operator who has let a conversation pass is asked again only after everybody else, and after a pause. So the
 * visitor is not given up, and the operator is not rung without end.
 */
final class PassedOffers {
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(30);

    private final Map<OperatorId, Instant> passedAt;
    private final Duration pause;

    /**
     * @param passedAt when operators last let it pass
     * @param offer how long an operator is asked
     */
    PassedOffers(Map<OperatorId, Instant> passedAt, Duration offer) {
        this.passedAt = passedAt;
        pause = offer.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : offer;
    }

    List<Candidate> mayBeAsked(List<Candidate> candidates, Instant now) {
        if (passedAt.isEmpty()) {
            return candidates;
        }
        List<Candidate> fresh = candidates.stream()
                .filter(candidate -> !passedAt.containsKey(candidate.operator()))
                .toList();
        return fresh.isEmpty()
                ? candidates.stream()
                        .filter(candidate -> !pauseOf(candidate).isAfter(now))
                        .toList()
                : fresh;
    }

    /** When the first of these candidates, who have all let it pass, may be asked again. */
    Optional<Instant> askAgain(List<Candidate> candidates) {
        return candidates.stream().map(this::pauseOf).min(Comparator.naturalOrder());
    }

    private Instant pauseOf(Candidate candidate) {
        return passedAt.get(candidate.operator()).plus(pause);
    }
}
