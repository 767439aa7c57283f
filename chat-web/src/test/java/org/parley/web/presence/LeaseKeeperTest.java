package org.parley.web.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.operator.OperatorId;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.FakeTransport;
import org.parley.web.connection.SetClock;
import org.parley.web.limit.FrameLimit;
import org.parley.web.security.Identity;

class LeaseKeeperTest {
    private static final OperatorId OLIVIA = new OperatorId(new UUID(1, 1));
    private static final Duration LENGTH = Duration.ofMillis(37_500);

    private final SetClock clock = new SetClock();
    private final ConnectionRegistry registry = new ConnectionRegistry();
    private final List<Map<OperatorId, Instant>> told = new ArrayList<>();
    private final LeaseKeeper keeper = PresenceDoubles.leases(registry, clock);

    @BeforeEach
    void listen() {
        keeper.leases = (node, until) -> told.add(new HashMap<>(until));
    }

    @Test
    void whoComesShouldBeToldAtOnceAndOnce() {
        Connection device = device();
        keeper.renewNow(OLIVIA);
        keeper.renewNow(OLIVIA);
        keeper.look();

        assertThat(told).containsExactly(Map.of(OLIVIA, clock.instant().plus(LENGTH)));
        assertThat(device.isClosed()).isFalse();
    }

    @Test
    void whoStaysShouldBeToldAgainInTime() {
        Connection device = device();
        keeper.renewNow(OLIVIA);
        told.clear();

        clock.goOn(Duration.ofSeconds(12));
        device.heard(clock.instant());
        keeper.look();
        assertThat(told).as("the lease is long enough").isEmpty();

        clock.goOn(Duration.ofSeconds(1));
        device.heard(clock.instant());
        keeper.look();
        assertThat(told).containsExactly(Map.of(OLIVIA, clock.instant().plus(LENGTH)));
    }

    @Test
    void whoIsSilentShouldNotBeRenewed() {
        device();
        keeper.renewNow(OLIVIA);
        told.clear();

        clock.goOn(Duration.ofMinutes(1));
        keeper.look();

        assertThat(told).isEmpty();
    }

    @Test
    void whoGoesShouldBeToldAtOnce() {
        Connection device = device();
        keeper.renewNow(OLIVIA);
        told.clear();

        registry.remove(device);
        keeper.look();
        keeper.look();

        assertThat(told).containsExactly(Map.of(OLIVIA, clock.instant()));
    }

    @Test
    void whatTheDatabaseDidNotTakeShouldBeToldAgain() {
        device();
        keeper.leases = (node, until) -> {
            throw new IllegalStateException("the database is away");
        };
        keeper.renewNow(OLIVIA);

        keeper.leases = (node, until) -> told.add(new HashMap<>(until));
        keeper.look();

        assertThat(told).hasSize(1);
    }

    private Connection device() {
        Participant olivia = new Participant(ParticipantKind.OPERATOR, OLIVIA.toString(), "Olivia");
        Connection device = new Connection(
                "s",
                new Caller(olivia, null, Set.of(Role.OPERATOR)),
                Runnable::run,
                new Identity(
                        "parley",
                        "olivia",
                        "Olivia",
                        null,
                        Set.of(),
                        clock.instant().plusSeconds(3600)),
                clock.instant(),
                FakeTransport.into(new ArrayList<>()),
                new Connection.QueueLimits(100, 100_000),
                new FrameLimit(1000, 1000));
        device.greet();
        registry.add(device);
        return device;
    }
}
