package org.parley.ejb.routing.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.parley.ejb.routing.SetClock;

class RecentWaitsTest {
    private final SetClock clock = new SetClock();
    private final RecentWaits waits = new RecentWaits(clock);

    @Example
    void tooFewShouldTellNothing() {
        serve(RecentWaits.FEWEST - 1, Duration.ofMinutes(1));

        assertThat(waits.pace(1).expected(1)).isNull();
    }

    @Example
    void nobodyWhoAcceptsShouldTellNothing() {
        serve(5, Duration.ofMinutes(1));

        assertThat(waits.pace(0).expected(1)).isNull();
    }

    @Example
    void twiceAsManyOperatorsShouldTakeHalfTheTime() {
        waits.served(Duration.ofMinutes(12), 3, 2);
        waits.served(Duration.ofMinutes(12), 3, 2);
        waits.served(Duration.ofMinutes(12), 3, 2);

        assertThat(waits.pace(2).expected(3)).isEqualTo(Duration.ofMinutes(12));
        assertThat(waits.pace(4).expected(3)).isEqualTo(Duration.ofMinutes(6));
        assertThat(waits.pace(4).expected(1)).isEqualTo(Duration.ofMinutes(2));
    }

    @Example
    void oneLongWaitShouldNotSpoilIt() {
        serve(4, Duration.ofMinutes(3));
        serve(1, Duration.ofMinutes(90));

        assertThat(waits.pace(1).expected(1)).isEqualTo(Duration.ofMinutes(3));
    }

    @Example
    void theLastOnesShouldCount() {
        serve(RecentWaits.MOST, Duration.ofMinutes(9));
        serve(RecentWaits.MOST, Duration.ofMinutes(4));

        assertThat(waits.pace(1).expected(1)).isEqualTo(Duration.ofMinutes(4));
    }

    @Example
    void whatIsLongAgoShouldBeForgotten() {
        serve(5, Duration.ofMinutes(3));
        clock.pass(RecentWaits.MEMORY);
        assertThat(waits.pace(1).expected(1)).isEqualTo(Duration.ofMinutes(3));

        clock.pass(Duration.ofMillis(1));
        assertThat(waits.pace(1).expected(1)).isNull();
    }

    @Example
    void timesShouldBeRoundedUp() {
        serve(3, Duration.ofSeconds(1));
        assertThat(waits.pace(1).expected(1)).isEqualTo(Duration.ofSeconds(15));
        assertThat(waits.pace(1).expected(16)).isEqualTo(Duration.ofSeconds(30));
        assertThat(waits.pace(1).expected(121)).isEqualTo(Duration.ofMinutes(3));
    }

    @Property
    void whoStandsFurtherBehindShouldNotBeServedSooner(
            @ForAll @Size(min = 3, max = 30) List<@IntRange(max = 7200) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 50) int position,
            @ForAll @IntRange(min = 1, max = 50) int accepting) {
        seconds.forEach(wait -> waits.served(Duration.ofSeconds(wait), 1 + wait % 7, 1 + wait % 3));

        Duration expected = waits.pace(accepting).expected(position);

        assertThat(expected)
                .isPositive()
                .isLessThanOrEqualTo(waits.pace(accepting).expected(position + 1));
        assertThat(expected).isGreaterThanOrEqualTo(waits.pace(accepting + 1).expected(position));
    }

    private void serve(int visitors, Duration waited) {
        for (int i = 0; i < visitors; i++) {
            waits.served(waited, 1, 1);
        }
    }
}
