package org.parley.ejb.routing.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.RoutingStrategyContract;

class ManualStrategyTest extends RoutingStrategyContract {
    @Override
    protected RoutingStrategy strategy() {
        return new ManualStrategy();
    }

    @Example
    void nobodyShouldBeAsked() {
        assertThat(strategy().choose(People.anybody(), List.of(People.busy(People.OLIVIA, 0, 5))))
                .isEmpty();
    }
}
