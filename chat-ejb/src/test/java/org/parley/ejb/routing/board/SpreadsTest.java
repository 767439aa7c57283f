package org.parley.ejb.routing.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.parley.api.routing.Board.Spread;

class SpreadsTest {
    @Example
    void nothingShouldHaveNoFigures() {
        assertThat(Spreads.of(List.of())).isEqualTo(new Spread(0, null, null));
    }

    @Example
    void oneShouldBeBothFigures() {
        Duration only = Duration.ofSeconds(7);

        assertThat(Spreads.of(List.of(only))).isEqualTo(new Spread(1, only, only));
    }

    @Example
    void tenShouldHaveTheFifthAndTheNinth() {
        assertThat(spread(IntStream.rangeClosed(1, 10).map(i -> 11 - i).boxed().toList()))
                .isEqualTo(new Spread(10, Duration.ofSeconds(5), Duration.ofSeconds(9)));
    }

    @Property
    void halfAndNineOfTenShouldTakeAtMostSoLong(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 50) Integer> seconds) {
        Spread spread = spread(seconds);

        assertThat(share(seconds, spread.median())).isGreaterThanOrEqualTo(0.5);
        assertThat(share(seconds, spread.median().minusNanos(1))).isLessThan(0.5);
        assertThat(share(seconds, spread.most())).isGreaterThanOrEqualTo(0.9);
        assertThat(share(seconds, spread.most().minusNanos(1))).isLessThan(0.9);
    }

    private static double share(List<Integer> seconds, Duration atMost) {
        return (double) seconds.stream()
                        .filter(one -> Duration.ofSeconds(one).compareTo(atMost) <= 0)
                        .count()
                / seconds.size();
    }

    private static Spread spread(List<Integer> seconds) {
        return Spreads.of(seconds.stream().map(Duration::ofSeconds).toList());
    }
}
