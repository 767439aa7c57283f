package org.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.parley.web.protocol.CloseCode;

class FarewellTest {
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private final List<CloseCode> closed = new ArrayList<>();
    private final Farewell farewell = new Farewell(
            CloseCode.SLOW_READER,
            new Transport() {
                @Override
                public void send(String frame, Consumer<Throwable> done) {
                    done.accept(null);
                }

                @Override
                public void close(CloseCode code) {
                    closed.add(code);
                }
            },
            Duration.ofSeconds(2));

    @Test
    void aReaderThatReadsAgainShouldGetWhatIsOnItsWayAndTheCode() {
        farewell.settle(at(0), false, PATIENCE);
        farewell.settle(at(10), true, PATIENCE);
        farewell.settle(at(11), true, PATIENCE);
        assertThat(closed).isEmpty();

        farewell.settle(at(12), true, PATIENCE);

        assertThat(closed).containsExactly(CloseCode.SLOW_READER);
    }

    @Test
    void aReaderThatNeverReadsShouldBeLetGo() {
        farewell.settle(at(0), false, PATIENCE);
        farewell.settle(at(49), false, PATIENCE);
        assertThat(closed).isEmpty();

        farewell.settle(at(50), false, PATIENCE);

        assertThat(closed).containsExactly(CloseCode.SLOW_READER);
    }

    @Test
    void theEndShouldComeOnce() {
        farewell.hangUp();
        farewell.settle(at(0), true, PATIENCE);
        farewell.settle(at(60), true, PATIENCE);

        assertThat(closed).hasSize(1);
    }

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }
}
