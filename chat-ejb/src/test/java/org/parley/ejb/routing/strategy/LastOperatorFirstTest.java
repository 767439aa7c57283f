package org.parley.ejb.routing.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ejb.routing.strategy.People.OLIVIA;
import static org.parley.ejb.routing.strategy.People.OMAR;
import static org.parley.ejb.routing.strategy.People.anybody;
import static org.parley.ejb.routing.strategy.People.busy;
import static org.parley.ejb.routing.strategy.People.knowing;

import java.util.List;
import net.jqwik.api.Example;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.RoutingStrategyContract;

class LastOperatorFirstTest extends RoutingStrategyContract {
    private final Candidate olivia = busy(OLIVIA, 0, 3);
    private final Candidate omar = busy(OMAR, 2, 3);

    @Override
    protected RoutingStrategy strategy() {
        return new LastOperatorFirst(new LeastBusyStrategy());
    }

    @Example
    void theLastOperatorShouldGoOnHoweverBusyTheyAre() {
        assertThat(strategy().choose(knowing(OMAR), List.of(olivia, omar))).contains(omar);
    }

    @Example
    void theOtherStrategyShouldDecideWhenTheLastOperatorCannot() {
        assertThat(strategy().choose(knowing(OMAR), List.of(olivia))).contains(olivia);
        assertThat(strategy().choose(anybody(), List.of(omar, olivia))).contains(olivia);
    }

    @Example
    void evenADepartmentInWhichOperatorsPickShouldAskTheLastOne() {
        RoutingStrategy picking = new LastOperatorFirst(new ManualStrategy());

        assertThat(picking.choose(knowing(OMAR), List.of(olivia, omar))).contains(omar);
        assertThat(picking.choose(anybody(), List.of(olivia, omar))).isEmpty();
    }

    @Example
    void nameAndOrderShouldBeThoseOfTheOtherStrategy() {
        RoutingStrategy inner = new LeastBusyStrategy();

        assertThat(new LastOperatorFirst(inner).name()).isEqualTo("least-busy");
        assertThat(new LastOperatorFirst(inner).order()).isSameAs(inner.order());
    }
}
