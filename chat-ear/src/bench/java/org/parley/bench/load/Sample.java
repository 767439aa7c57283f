package org.parley.bench.load;

import java.util.LinkedHashMap;
import java.util.Map;

/** The result of one round of one workload: figures by name, such as {@code perSecond}, {@code p99}. */
public record Sample(Map<String, Double> figures) {

    public static final String RATE = "per second";
    public static final String P50 = "p50 ms";
    public static final String P95 = "p95 ms";
    public static final String P99 = "p99 ms";
    public static final String SERVER = "server cores";
    public static final String CLIENT = "client cores";
    public static final String DATABASE = "database cores";
    public static final String COST = "all µs each";

    public Sample() {
        this(new LinkedHashMap<>());
    }

    public Sample with(String figure, double value) {
        figures.put(figure, value);
        return this;
    }
}
