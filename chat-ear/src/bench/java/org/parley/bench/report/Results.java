package org.parley.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.parley.bench.load.Sample;

/** All rounds of all workloads, in the order in which they first ran. */
public final class Results {

    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    public void add(String workload, Sample sample) {
        samples.computeIfAbsent(workload, name -> new ArrayList<>()).add(sample);
    }

    public Map<String, List<Sample>> all() {
        return samples;
    }

    /** The figures of a workload, in the order in which the samples have them. */
    public Map<String, Spread> spreads(String workload) {
        Map<String, Spread> spreads = new LinkedHashMap<>();
        samples.getOrDefault(workload, List.of()).stream()
                .flatMap(sample -> sample.figures().keySet().stream())
                .forEach(figure -> spreads.computeIfAbsent(
                        figure,
                        name -> Spread.of(samples.get(workload).stream()
                                .map(sample -> sample.figures().get(name))
                                .filter(Objects::nonNull)
                                .toList())));
        return spreads;
    }

    /** Empty when the workload was not part of this run. */
    Optional<Double> median(String workload, String figure) {
        return Optional.ofNullable(spreads(workload).get(figure)).map(Spread::median);
    }
}
