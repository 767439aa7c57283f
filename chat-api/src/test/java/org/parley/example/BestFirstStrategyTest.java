package org.parley.example;

import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.RoutingStrategyContract;

class BestFirstStrategyTest extends RoutingStrategyContract {
    @Override
    protected RoutingStrategy strategy() {
        return new BestFirstStrategy();
    }
}
