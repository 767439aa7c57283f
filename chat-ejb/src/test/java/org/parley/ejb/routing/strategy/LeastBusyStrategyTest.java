package org.parley.ejb.routing.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ejb.routing.strategy.People.NOON;
import static org.parley.ejb.routing.strategy.People.OLIVIA;
import static org.parley.ejb.routing.strategy.People.OMAR;
import static org.parley.ejb.routing.strategy.People.asked;
import static org.parley.ejb.routing.strategy.People.busy;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.RoutingStrategyContract;
import org.parley.api.routing.Waiting;

class LeastBusyStrategyTest extends RoutingStrategyContract {
    @Override
    protected RoutingStrategy strategy() {
        return new LeastBusyStrategy();
    }

    @Example
    void loadShouldBeMeasuredByCapacity() {
        assertThat(choose(busy(OLIVIA, 1, 2), busy(OMAR, 2, 5))).isEqualTo(OMAR);
    }

    @Example
    void equalPartsShouldBeEqualWhateverTheCapacity() {
        Candidate olivia = busy(OLIVIA, 1, 3);
        Candidate omar = new Candidate(OMAR, 5, olivia.languages(), 2, 6, NOON.minusSeconds(1));

        assertThat(choose(olivia, omar)).isEqualTo(OMAR);
    }

    @Example
    void equallyBusyShouldTakeTurns() {
        assertThat(choose(asked(OLIVIA, NOON), asked(OMAR, null))).isEqualTo(OMAR);
    }

    @Property
    void nobodyShouldBeLessBusyThanTheChosen(
            @ForAll("waiting") Waiting conversation, @ForAll("candidates") List<Candidate> candidates) {
        strategy()
                .choose(conversation, candidates)
                .ifPresent(chosen -> assertThat(candidates).allMatch(other -> share(other) >= share(chosen)));
    }

    private static double share(Candidate candidate) {
        return (double) candidate.load() / candidate.capacity();
    }

    private OperatorId choose(Candidate... candidates) {
        return strategy()
                .choose(People.anybody(), List.of(candidates))
                .orElseThrow()
                .operator();
    }
}
