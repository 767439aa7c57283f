package org.parley.ejb.time;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriteTimesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Transaction transaction = new Transaction();
    private final WriteTimes times = timesAt(NOW);

    @Test
    void numbersShouldRiseAlthoughTheClockStandsStill() {
        long first = times.next(0);

        assertThat(first).isGreaterThanOrEqualTo(NOW.toEpochMilli() * 1000);
        assertThat(times.next(0)).isGreaterThan(first);
    }

    @Test
    void numberShouldFollowOneThatAFasterClockGave() {
        long faster = NOW.plusSeconds(60).toEpochMilli() * 1000;

        assertThat(times.next(faster)).isGreaterThan(faster);
        assertThat(times.settled())
                .as("lower ones are given no more, but this one is open")
                .isLessThan(faster);
    }

    @Test
    void openTransactionShouldHoldBackWhatIsSettled() {
        long first = times.next(0);
        long second = times.next(0);

        assertThat(times.settled()).isLessThanOrEqualTo(first);
        transaction.end();
        assertThat(times.settled()).isGreaterThan(second);
    }

    @Test
    void numberShouldNotBeLowerThanOneThatIsSettled() {
        long settled = times.settled();

        assertThat(times.next(0)).isGreaterThan(settled);
    }

    private WriteTimes timesAt(Instant now) {
        WriteTimes made = new WriteTimes();
        made.clock = Clock.fixed(now, ZoneOffset.UTC);
        made.transactions = transaction.registry();
        return made;
    }

    /** One transaction that is open until it ends. */
    private static final class Transaction {
        private final Map<Object, Object> resources = new HashMap<>();
        private Synchronization synchronization;

        TransactionSynchronizationRegistry registry() {
            return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                    Transaction.class.getClassLoader(),
                    new Class<?>[] {TransactionSynchronizationRegistry.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "getResource" -> resources.get(arguments[0]);
                        case "putResource" -> resources.put(arguments[0], arguments[1]);
                        case "registerInterposedSynchronization" -> synchronization = (Synchronization) arguments[0];
                        default -> throw new UnsupportedOperationException(method.getName());
                    });
        }

        void end() {
            synchronization.beforeCompletion();
            synchronization.afterCompletion(Status.STATUS_COMMITTED);
        }
    }
}
