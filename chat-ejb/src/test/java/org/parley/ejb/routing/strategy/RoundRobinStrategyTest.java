package org.parley.ejb.routing.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ejb.routing.strategy.People.NOON;
import static org.parley.ejb.routing.strategy.People.OLIVIA;
import static org.parley.ejb.routing.strategy.People.OMAR;
import static org.parley.ejb.routing.strategy.People.asked;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.RoutingStrategyContract;

class RoundRobinStrategyTest extends RoutingStrategyContract {
    @Override
    protected RoutingStrategy strategy() {
        return new RoundRobinStrategy();
    }

    @Example
    void whoWasAskedLastShouldComeLast() {
        assertThat(choose(asked(OLIVIA, NOON), asked(OMAR, NOON.minusSeconds(1))))
                .isEqualTo(OMAR);
    }

    @Example
    void whoWasNeverAskedShouldComeFirst() {
        assertThat(choose(asked(OLIVIA, NOON), asked(OMAR, null))).isEqualTo(OMAR);
    }

    @Property
    void everybodyShouldHaveTheirTurn(@ForAll @IntRange(min = 1, max = 8) int operators) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 1; i <= operators; i++) {
            candidates.add(asked(new OperatorId(new UUID(0, i)), null));
        }
        List<OperatorId> chosen = new ArrayList<>();
        for (int i = 0; i < operators; i++) {
            Candidate next = strategy().choose(People.anybody(), candidates).orElseThrow();
            candidates.remove(next);
            candidates.add(asked(next.operator(), NOON.plusSeconds(i)));
            chosen.add(next.operator());
        }

        assertThat(chosen).doesNotHaveDuplicates().hasSize(operators);
    }

    private OperatorId choose(Candidate... candidates) {
        return strategy()
                .choose(People.anybody(), List.of(candidates))
                .orElseThrow()
                .operator();
    }
}
