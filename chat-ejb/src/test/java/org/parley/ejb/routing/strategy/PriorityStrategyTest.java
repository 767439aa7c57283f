package org.parley.ejb.routing.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ejb.routing.strategy.People.OLIVIA;
import static org.parley.ejb.routing.strategy.People.OMAR;
import static org.parley.ejb.routing.strategy.People.anybody;
import static org.parley.ejb.routing.strategy.People.busy;
import static org.parley.ejb.routing.strategy.People.later;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import org.parley.api.conversation.Priority;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.RoutingStrategyContract;
import org.parley.api.routing.Waiting;

class PriorityStrategyTest extends RoutingStrategyContract {
    @Override
    protected RoutingStrategy strategy() {
        PriorityStrategy strategy = new PriorityStrategy();
        strategy.vipMinutes = 30;
        strategy.questionMinutes = Optional.of("payment=20,complaint=1200");
        strategy.prepare();
        return strategy;
    }

    @Example
    void aVipLevelShouldCountAsHalfAnHour() {
        assertThat(goesAhead(later(Duration.ofMinutes(89), Priority.NORMAL, 3, "other")))
                .isTrue();
        assertThat(goesAhead(later(Duration.ofMinutes(91), Priority.NORMAL, 3, "other")))
                .isFalse();
    }

    @Example
    void theKindOfQuestionShouldCountAsConfigured() {
        assertThat(goesAhead(later(Duration.ofMinutes(19), Priority.NORMAL, 0, "payment")))
                .isTrue();
        assertThat(goesAhead(later(Duration.ofMinutes(21), Priority.NORMAL, 0, "payment")))
                .isFalse();
        assertThat(goesAhead(later(Duration.ofMinutes(1), Priority.NORMAL, 0, "weather")))
                .isFalse();
    }

    @Example
    void urgencyVipAndQuestionShouldAddUp() {
        assertThat(goesAhead(later(Duration.ofMinutes(109), Priority.HIGH, 1, "payment")))
                .isTrue();
        assertThat(goesAhead(later(Duration.ofMinutes(111), Priority.HIGH, 1, "payment")))
                .isFalse();
    }

    @Example
    void noHeadStartShouldLastForever() {
        Waiting everything = later(Duration.ofHours(20), Priority.URGENT, Integer.MAX_VALUE, "complaint");

        assertThat(goesAhead(later(Duration.ofHours(19), Priority.URGENT, Integer.MAX_VALUE, "complaint")))
                .isTrue();
        assertThat(strategy().order().compare(anybody(), everything)).isNegative();
    }

    @Example
    void theLeastBusyShouldAnswer() {
        assertThat(strategy()
                        .choose(anybody(), List.of(busy(OLIVIA, 2, 3), busy(OMAR, 1, 3)))
                        .orElseThrow()
                        .operator())
                .isEqualTo(OMAR);
    }

    private boolean goesAhead(Waiting later) {
        return strategy().order().compare(later, anybody()) < 0;
    }
}
