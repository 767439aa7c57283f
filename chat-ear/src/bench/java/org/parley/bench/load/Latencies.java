package org.parley.bench.load;

import java.util.Arrays;
import java.util.List;

/** Every latency that was seen, in nanoseconds; used by one thread at a time. */
public final class Latencies {

    private long[] nanos = new long[1 << 16];
    private int count;

    public void add(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = latency;
    }

    static Latencies of(List<Latencies> parts) {
        Latencies all = new Latencies();
        for (Latencies part : parts) {
            for (int i = 0; i < part.count; i++) {
                all.add(part.nanos[i]);
            }
        }
        return all;
    }

    public int count() {
        return count;
    }

    public void sort() {
        Arrays.sort(nanos, 0, count);
    }

    /** Milliseconds, once sorted; of nothing it is 0. */
    public double percentile(double share) {
        return count == 0 ? 0 : nanos[(int) Math.min(count - 1L, Math.round(Math.ceil(share * count)) - 1)] / 1e6;
    }
}
