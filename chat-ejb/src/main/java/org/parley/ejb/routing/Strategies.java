package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.routing.RoutingStrategy;

/** The strategies that the application has, ours and the company's own. */
@ApplicationScoped
public class Strategies {
    /** Operators pick. */
    public static final String MANUAL = "manual";

    private static final Logger LOG = Logger.getLogger(Strategies.class.getName());

    @Inject
    @Any
    Instance<RoutingStrategy> found;

    boolean isManual(String name) {
        return MANUAL.equals(name);
    }

    public boolean isKnown(String name) {
        return found.stream().anyMatch(strategy -> strategy.name().equals(name));
    }

    /** A strategy that is gone with a deployment must not stop the queue: operators pick then. */
    RoutingStrategy named(String name) {
        return found.stream()
                .filter(strategy -> strategy.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    LOG.log(Level.WARNING, "There is no routing strategy {0}; operators have to pick", name);
                    return named(MANUAL);
                });
    }
}
