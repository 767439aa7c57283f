package org.parley.ejb.department;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.parley.api.routing.RoutingStrategy;

/** The strategies that a department may name: all such beans of the application. */
@ApplicationScoped
public class KnownStrategies {
    @Inject
    @Any
    Instance<RoutingStrategy> strategies;

    boolean has(String name) {
        return strategies.stream().anyMatch(strategy -> strategy.name().equals(name));
    }
}
