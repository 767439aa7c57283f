package org.parley.api.operator;

import java.time.Instant;
import java.util.Map;
import org.parley.api.event.CommittedEvent;

/**
 * A node has told until when operators can be reached by it; most of them could be before.
 *
 * @param until a time that is over for those who cannot any more
 */
public record LeasesChanged(Map<OperatorId, Instant> until) implements CommittedEvent {
    public LeasesChanged {
        until = Map.copyOf(until);
    }
}
