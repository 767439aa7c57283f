package org.parley.web.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.parley.api.operator.OperatorStatus;

/**
 * How long an operator counts as reachable after a device of theirs was heard. That is shorter than the two heartbeats
 * after which a silent connection is ended, and longer than the one after which a living client says something
 * (ADR-0016).
 */
final class PresenceLease {
    private final Clock clock;
    private final Duration length;

    PresenceLease(Clock clock, Duration heartbeat) {
        this.clock = clock;
        this.length = length(heartbeat);
    }

    static Duration length(Duration heartbeat) {
        return heartbeat.multipliedBy(3).dividedBy(2);
    }

    /**
     * The status that others see of an operator.
     *
     * @param said the operator's own status
     * @param heard when each of the operator's connections was last heard; empty without any
     */
    OperatorStatus apply(OperatorStatus said, Collection<Instant> heard) {
        if (heard.isEmpty()) {
            return OperatorStatus.OFFLINE;
        }
        if (said == OperatorStatus.OFFLINE || heard.stream().anyMatch(this::holds)) {
            return said;
        }
        return OperatorStatus.AWAY;
    }

    private boolean holds(Instant heard) {
        return heard.plus(length).isAfter(clock.instant());
    }
}
