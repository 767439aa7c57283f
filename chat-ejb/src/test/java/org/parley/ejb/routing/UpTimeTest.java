package org.parley.ejb.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UpTimeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final UpTime upTime = new UpTime();
    private Instant now = Instant.EPOCH;

    @Test
    void aBreakShouldBeginTheTimeAnew() {
        turns(90);
        assertThat(upTime.isLongerThan(PATIENCE)).isFalse();
        turns(2);
        assertThat(upTime.isLongerThan(PATIENCE)).isTrue();

        now = now.plus(Duration.ofHours(1));
        turns(90);
        assertThat(upTime.isLongerThan(PATIENCE)).isFalse();
        turns(2);
        assertThat(upTime.isLongerThan(PATIENCE)).isTrue();
    }

    private void turns(int count) {
        for (int i = 0; i < count; i++) {
            now = now.plusSeconds(1);
            upTime.note(now);
        }
    }
}
