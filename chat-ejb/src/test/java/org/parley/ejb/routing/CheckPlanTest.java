package org.parley.ejb.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.ejb.routing.CheckPlan.Check;

class CheckPlanTest {
    private static final Instant START = Instant.parse("2026-11-02T12:00:00Z");

    private final CheckPlan plan = new CheckPlan();

    @Test
    void everythingShouldBeCheckedAtTheStartAndAfterAFailure() {
        assertThat(plan.due(START)).containsExactly(Check.values());
        assertThat(plan.due(START)).isEmpty();

        plan.failed(List.of(Check.values()));

        assertThat(plan.due(START)).containsExactly(Check.values());
    }

    @Test
    void aloneItShouldBeQuiet() {
        assertThat(checksOfAMinute())
                .containsEntry(Check.QUEUE, 2)
                .containsEntry(Check.DUTY, 2)
                .containsEntry(Check.OWNERS, 12)
                .containsEntry(Check.IDLE, 12)
                .containsEntry(Check.NODES, 20);
    }

    @Test
    void besideOthersItShouldLookEachSecondWhatTheyDo() {
        plan.othersWrite(true);

        assertThat(checksOfAMinute()).containsEntry(Check.QUEUE, 60).containsEntry(Check.DUTY, 60);
    }

    @Test
    void aCheckMayBeWantedAtATime() {
        plan.due(START);
        plan.also(Check.OWNERS, START.plusSeconds(2));

        assertThat(plan.due(START.plusSeconds(1))).isEmpty();
        assertThat(plan.due(START.plusSeconds(2))).containsExactly(Check.OWNERS);
        assertThat(plan.due(START.plusSeconds(2))).isEmpty();
    }

    private Map<Check, Integer> checksOfAMinute() {
        Map<Check, Integer> counts = new EnumMap<>(Check.class);
        for (int second = 0; second < 60; second++) {
            plan.due(START.plusSeconds(second)).forEach(check -> counts.merge(check, 1, Integer::sum));
        }
        return counts;
    }
}
