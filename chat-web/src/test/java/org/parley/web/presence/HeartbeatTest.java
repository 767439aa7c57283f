package org.parley.web.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.FakeWire;
import org.parley.web.connection.SetClock;
import org.parley.web.connection.Wire;
import org.parley.web.limit.FrameLimit;
import org.parley.web.protocol.CloseCode;
import org.parley.web.security.Identity;

class HeartbeatTest {
    private final SetClock clock = new SetClock();
    private final ConnectionRegistry registry = new ConnectionRegistry();
    private final Heartbeat heartbeat = new Heartbeat();
    private final List<String> frames = new ArrayList<>();

    @BeforeEach
    void wireUp() {
        heartbeat.clock = clock;
        heartbeat.registry = registry;
        heartbeat.seconds = 25;
        heartbeat.presence = new PresenceBoard();
        heartbeat.presence.routing = PresenceDoubles.routing();
        heartbeat.presence.clock = clock;
        heartbeat.presence.registry = registry;
        heartbeat.presence.heartbeat = 25;
        heartbeat.presence.prepare();
    }

    @Test
    void quietLineShouldBePingedOnceASilence() {
        FakeWire wire = FakeWire.into(frames);
        Connection connection = connect(wire);

        goOn(25);
        assertThat(wire.pings).isZero();
        goOn(1);
        goOn(1);
        assertThat(wire.pings).isEqualTo(1);

        connection.heard(clock.instant());
        goOn(26);
        assertThat(wire.pings).isEqualTo(2);
        assertThat(frames).isEmpty();
    }

    @Test
    void lineWithAFrameOnItsWayShouldNotBePinged() {
        FakeWire wire = new FakeWire((frame, done) -> frames.add(frame));
        connect(wire).send("stuck");

        goOn(26);

        assertThat(wire.pings).isZero();
    }

    @Test
    void lineThatAPingFindsDeadShouldBeClosed() {
        FakeWire wire = FakeWire.into(frames);
        wire.dead = true;
        connect(wire);

        goOn(26);
        goOn(1);

        assertThat(wire.closed).containsExactly(CloseCode.INTERNAL);
        assertThat(registry.all()).isEmpty();
    }

    /** The wire takes the close and nobody ever answers it. */
    @Test
    void deadPeerShouldBeForgottenAlthoughItNeverClosesItsSide() {
        FakeWire wire = FakeWire.into(frames);
        connect(wire);

        goOn(51);
        assertThat(frames).singleElement().asString().contains("\"bye\"", "4510", "\"reconnect\":true");
        assertThat(wire.closed).containsExactly(CloseCode.SILENT);
        goOn(1);

        assertThat(registry.all()).isEmpty();
    }

    @Test
    void deadPeerWithAFrameStuckOnItsWayShouldBeForgottenToo() {
        FakeWire wire = new FakeWire((frame, done) -> frames.add(frame));
        connect(wire).send("stuck");

        goOn(51);
        goOn(1);
        assertThat(wire.closed).isEmpty();
        goOn(50);

        assertThat(wire.closed).containsExactly(CloseCode.SILENT);
        assertThat(registry.all()).isEmpty();
    }

    private void goOn(int seconds) {
        clock.goOn(Duration.ofSeconds(seconds));
        heartbeat.look();
    }

    private Connection connect(Wire wire) {
        Participant visitor =
                new Participant(ParticipantKind.VISITOR, UUID.randomUUID().toString(), null);
        Connection connection = new Connection(
                "s-1",
                new Caller(visitor, "site", Set.of(Role.VISITOR)),
                Runnable::run,
                new Identity(
                        "parley",
                        visitor.id(),
                        null,
                        "site",
                        Set.of(),
                        clock.instant().plusSeconds(3600)),
                clock.instant(),
                wire,
                new Connection.QueueLimits(100, 10_000),
                new FrameLimit(100, 100));
        registry.add(connection);
        return connection;
    }
}
