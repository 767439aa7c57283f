package org.parley.web.limit;

import io.github.bucket4j.ConsumptionProbe;
import java.util.concurrent.TimeUnit;

/** How long to wait, in the whole seconds of {@code Retry-After}. */
final class Waiting {
    private Waiting() {}

    /** @return 0 for a token that was taken */
    static int seconds(ConsumptionProbe probe) {
        return probe.isConsumed() ? 0 : 1 + (int) TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    }
}
