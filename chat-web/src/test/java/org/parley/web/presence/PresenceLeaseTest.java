package org.parley.web.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.api.operator.OperatorStatus;
import org.parley.web.connection.SetClock;

class PresenceLeaseTest {
    private final SetClock clock = new SetClock();
    private final Instant begin = clock.instant();
    private final PresenceLease lease = new PresenceLease(clock, Duration.ofSeconds(25));

    @Test
    void statusShouldHoldForOneAndAHalfHeartbeats() {
        clock.goOn(Duration.ofMillis(37_499));
        assertThat(lease.apply(OperatorStatus.ACCEPTING, List.of(begin))).isEqualTo(OperatorStatus.ACCEPTING);

        clock.goOn(Duration.ofMillis(1));
        assertThat(lease.apply(OperatorStatus.ACCEPTING, List.of(begin))).isEqualTo(OperatorStatus.AWAY);
    }

    @Test
    void oneDeviceThatWasHeardShouldVouchForAll() {
        clock.goOn(Duration.ofSeconds(60));
        List<Instant> heard = List.of(begin, clock.instant().minusSeconds(30), begin);

        assertThat(lease.apply(OperatorStatus.ACCEPTING, heard)).isEqualTo(OperatorStatus.ACCEPTING);
    }

    @Test
    void nobodyShouldBeThereWithoutAConnection() {
        assertThat(lease.apply(OperatorStatus.ACCEPTING, List.of())).isEqualTo(OperatorStatus.OFFLINE);
    }

    @Test
    void whoSaidOfflineShouldNotBecomeAwayBySilence() {
        clock.goOn(Duration.ofSeconds(60));

        assertThat(lease.apply(OperatorStatus.OFFLINE, List.of(begin))).isEqualTo(OperatorStatus.OFFLINE);
        assertThat(lease.apply(OperatorStatus.AWAY, List.of(begin))).isEqualTo(OperatorStatus.AWAY);
    }
}
