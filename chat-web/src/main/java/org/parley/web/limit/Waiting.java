package org.parley.web.limit;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.util.concurrent.TimeUnit;

/** How long to wait, in the whole seconds of {@code Retry-After}. */
final class Waiting {
    private Waiting() {}

    /** @return 0 for a token that was taken */
    static int seconds(ConsumptionProbe probe) {
        return probe.isConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
    }

    /** @return 0 for a token that could be taken */
    static int seconds(EstimationProbe probe) {
        return probe.canBeConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
    }

    private static int seconds(long nanos) {
        return 1 + (int) TimeUnit.NANOSECONDS.toSeconds(nanos);
    }
}
