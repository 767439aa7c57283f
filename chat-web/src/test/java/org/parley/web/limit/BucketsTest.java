package org.parley.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private final Buckets buckets = new Buckets(2, Duration.ofMinutes(1));

    @Test
    void eachKeyShouldHaveItsOwnTokens() {
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isBetween(29, 31);
        assertThat(buckets.take("b")).isZero();
    }

    @Test
    void whatIsGivenBackShouldBeThereAgain() {
        buckets.take("a");
        buckets.take("a");
        buckets.giveBack("a");

        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }
}
