package org.parley.ejb.routing.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadStartsTest {
    @Test
    void kindsShouldBeReadWithTheirMinutes() {
        assertThat(HeadStarts.of(5, List.of("payment=60", " refund = 30", "a=b=0"))
                        .byQuestion())
                .containsEntry("payment", Duration.ofHours(1))
                .containsEntry("refund", Duration.ofMinutes(30))
                .containsEntry("a=b", Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment", "=5", "payment=", "payment=-1", "payment=1201", "payment=99999", "payment=1h"})
    void whatIsNoNumberOfMinutesShouldNameItsSetting(String question) {
        assertThatThrownBy(() -> HeadStarts.of(5, List.of(question)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parley.routing.question-minutes");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1201})
    void aVipLevelShouldHaveItsBounds(int minutes) {
        assertThatThrownBy(() -> HeadStarts.of(minutes, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parley.routing.vip-minutes");
    }
}
