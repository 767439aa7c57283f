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
import org.parley.web.connection.FakeTransport;
import org.parley.web.connection.SetClock;
import org.parley.web.connection.Transport;
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
        FakeTransport transport = FakeTransport.into(frames);
        Connection connection = connect(transport);

        goOn(25);
        assertThat(transport.pings).isZero();
        goOn(1);
        goOn(1);
        assertThat(transport.pings).isEqualTo(1);

        connection.heard(clock.instant());
        goOn(26);
        assertThat(transport.pings).isEqualTo(2);
        assertThat(frames).isEmpty();
    }

    @Test
    void lineWithAFrameOnItsWayShouldNotBePinged() {
        FakeTransport transport = new FakeTransport((frame, done) -> frames.add(frame));
        connect(transport).send("stuck");

        goOn(26);

        assertThat(transport.pings).isZero();
    }

    @Test
    void lineThatAPingFindsDeadShouldBeClosed() {
        FakeTransport transport = FakeTransport.into(frames);
        transport.dead = true;
        connect(transport);

        goOn(26);
        goOn(1);

        assertThat(transport.closed).containsExactly(CloseCode.INTERNAL);
        assertThat(registry.all()).isEmpty();
    }

    /** The transport takes the close, and nobody ever answers it. */
    @Test
    void deadPeerShouldBeForgottenAlthoughItNeverClosesItsSide() {
        FakeTransport transport = FakeTransport.into(frames);
        connect(transport);

        goOn(51);
        assertThat(frames).singleElement().asString().contains("\"bye\"", "4510", "\"reconnect\":true");
        assertThat(transport.closed).containsExactly(CloseCode.SILENT);
        goOn(1);

        assertThat(registry.all()).isEmpty();
    }

    @Test
    void deadPeerWithAFrameStuckOnItsWayShouldBeForgottenToo() {
        FakeTransport transport = new FakeTransport((frame, done) -> frames.add(frame));
        connect(transport).send("stuck");

        goOn(51);
        goOn(1);
        assertThat(transport.closed).isEmpty();
        goOn(50);

        assertThat(transport.closed).containsExactly(CloseCode.SILENT);
        assertThat(registry.all()).isEmpty();
    }

    private void goOn(int seconds) {
        clock.goOn(Duration.ofSeconds(seconds));
        heartbeat.look();
    }

    private Connection connect(Transport transport) {
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
                transport,
                new Connection.QueueLimits(100, 10_000),
                new FrameLimit(100, 100));
        registry.add(connection);
        return connection;
    }
}
