package org.parley.ejb.routing.strategy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.api.routing.RoutingStrategy;

/** All strategies of the application by their names, those of the company beside the built-in ones. */
@ApplicationScoped
public class Strategies {
    @Inject
    Instance<RoutingStrategy> beans;

    private final Map<String, RoutingStrategy> byName = new TreeMap<>();

    @PostConstruct
    void prepare() {
        beans.forEach(this::add);
    }

    /** The names for departments, in alphabetic order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /**
     * @param preferLast whether the visitor's last operator goes first
     * @return empty when no strategy has this name
     */
    public Optional<RoutingStrategy> find(String name, boolean preferLast) {
        return Optional.ofNullable(byName.get(name))
                .map(strategy -> preferLast ? new LastOperatorFirst(strategy) : strategy);
    }

    void add(RoutingStrategy strategy) {
        if (!strategy.name().matches("[a-z0-9-]{1,40}")) {
            throw new IllegalStateException(
                    "The name of a routing strategy is 1 to 40 of a-z 0-9 -, not: " + strategy.name());
        }
        if (byName.putIfAbsent(strategy.name(), strategy) != null) {
            throw new IllegalStateException("Two routing strategies are called " + strategy.name());
        }
    }
}
