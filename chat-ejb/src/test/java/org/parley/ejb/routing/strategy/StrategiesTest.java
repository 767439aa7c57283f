package org.parley.ejb.routing.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;

class StrategiesTest {
    private final Strategies strategies = new Strategies();

    @Test
    void aStrategyShouldBeFoundByItsName() {
        RoutingStrategy manual = new ManualStrategy();
        strategies.add(new RoundRobinStrategy());
        strategies.add(manual);

        assertThat(strategies.names()).containsExactly("manual", "round-robin");
        assertThat(strategies.find("manual", false)).containsSame(manual);
        assertThat(strategies.find("manual", true)).contains(new LastOperatorFirst(manual));
        assertThat(strategies.find("other", true)).isEmpty();
    }

    @Test
    void twoOfOneNameShouldBeRefused() {
        strategies.add(new ManualStrategy());

        assertThatThrownBy(() -> strategies.add(new ManualStrategy())).hasMessageContaining("manual");
    }

    @Test
    void aNameThatNoDepartmentCanSayShouldBeRefused() {
        assertThatThrownBy(() -> strategies.add(new Loud())).hasMessageContaining("LOUD");
    }

    private static final class Loud implements RoutingStrategy {
        @Override
        public String name() {
            return "LOUD";
        }

        @Override
        public Optional<Candidate> choose(Waiting conversation, List<Candidate> candidates) {
            return Optional.empty();
        }
    }
}
