package org.parley.web.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.FakeTransport;
import org.parley.web.connection.SetClock;
import org.parley.web.limit.FrameLimit;
import org.parley.web.security.Identity;

class PresenceBoardTest {
    private static final Duration LEASE = Duration.ofMillis(37_500);

    private final SetClock clock = new SetClock();
    private final PresenceBoard board = new PresenceBoard();
    private final Operator olivia = operator("Olivia");
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void someoneLooksOn() {
        board.routing = PresenceDoubles.routing();
        board.registry = new ConnectionRegistry();
        board.clock = clock;
        board.heartbeat = 25;
        board.prepare();
        Connection watcher = device(operator("Walter"), told);
        watcher.greet();
    }

    @Test
    void silenceShouldMakeAwayAndTheNextFrameBringBack() {
        Connection device = device(olivia, new ArrayList<>());
        board.arrived(olivia);
        told.clear();

        clock.goOn(LEASE.minusMillis(1));
        board.look();
        assertThat(told).isEmpty();

        clock.goOn(Duration.ofMillis(1));
        board.look();
        board.look();
        assertThat(told).singleElement().asString().contains("Olivia", "\"away\"");
        told.clear();

        clock.goOn(PresenceBoard.PAUSE);
        device.heard(clock.instant());
        board.heard(device);
        board.heard(device);
        assertThat(told).singleElement().asString().contains("Olivia", "\"accepting\"");
    }

    @Test
    void manyWhoComeAtOnceShouldBeToldTogether() {
        List<Operator> crowd =
                IntStream.range(0, 50).mapToObj(i -> operator("Operator " + i)).toList();
        for (Operator operator : crowd) {
            device(operator, new ArrayList<>());
            board.arrived(operator);
        }
        board.look();

        assertThat(told).hasSize(2);
        assertThat(String.join("", told))
                .contains(crowd.stream().map(Operator::name).toList());
    }

    @Test
    void newsThatCameTooSoonShouldBeToldAtTheNextLook() {
        Connection device = device(olivia, new ArrayList<>());
        board.arrived(olivia);
        told.clear();

        board.registry.remove(device);
        board.left(device);
        assertThat(told).isEmpty();
        board.look();
        assertThat(told).singleElement().asString().contains("Olivia", "\"offline\"");
    }

    @Test
    void oneOfTwoDevicesShouldDo() {
        Connection dead = device(olivia, new ArrayList<>());
        Connection alive = device(olivia, new ArrayList<>());
        board.arrived(olivia);
        told.clear();

        clock.goOn(LEASE);
        alive.heard(clock.instant());
        board.heard(alive);
        board.look();
        assertThat(told).isEmpty();

        board.registry.remove(alive);
        board.left(alive);
        assertThat(told).singleElement().asString().contains("\"away\"");

        clock.goOn(PresenceBoard.PAUSE);
        board.registry.remove(dead);
        board.left(dead);
        assertThat(told).hasSize(2).last().asString().contains("\"offline\"");
    }

    @Test
    void whoSpeaksAmidTheNewsShouldBeToldOfLast() {
        Connection device = device(olivia, new ArrayList<>());
        // Somebody who answers the news with a frame of the very operator, on the same thread.
        Connection meddler = new Connection(
                "s-meddler",
                caller(operator("Meg")),
                Runnable::run,
                identity(),
                clock.instant(),
                new FakeTransport((frame, done) -> {
                    if (frame.contains("\"away\"")) {
                        device.heard(clock.instant());
                        board.heard(device);
                    }
                    done.accept(null);
                }),
                new Connection.QueueLimits(100, 10_000),
                new FrameLimit(100, 100));
        board.registry.add(meddler);
        meddler.greet();
        board.arrived(olivia);
        told.clear();

        clock.goOn(LEASE);
        board.look();
        board.look();

        assertThat(told).hasSize(2);
        assertThat(told.get(0)).contains("\"away\"");
        assertThat(told.get(1)).contains("\"accepting\"");
    }

    @Test
    void anOlderOperatorShouldNotReplaceANewerOne() {
        device(olivia, new ArrayList<>());
        board.arrived(version(1, OperatorStatus.ACCEPTING));
        board.arrived(version(3, OperatorStatus.AWAY));
        board.look();
        told.clear();

        board.arrived(version(2, OperatorStatus.ACCEPTING));
        assertThat(board.snapshot(List.of(version(2, OperatorStatus.ACCEPTING))))
                .contains("\"away\"");
        board.look();
        assertThat(told).isEmpty();
    }

    @Test
    void aFailureShouldNotSilencePresence() {
        device(olivia, new ArrayList<>());
        ConnectionRegistry registry = board.registry;
        board.registry = new ConnectionRegistry() {
            @Override
            public Collection<Connection> staff() {
                throw new IllegalStateException("thrown on purpose");
            }
        };
        board.arrived(olivia);
        assertThat(told).isEmpty();

        board.registry = registry;
        board.look();
        assertThat(told).singleElement().asString().contains("Olivia", "\"accepting\"");
    }

    @Test
    void visitorWhoLeavesShouldBeNoNews() {
        Participant vera =
                new Participant(ParticipantKind.VISITOR, UUID.randomUUID().toString(), "Vera");

        board.left(device(new Caller(vera, "shop", Set.of(Role.VISITOR)), new ArrayList<>()));

        assertThat(told).isEmpty();
    }

    private Operator version(long version, OperatorStatus status) {
        return new Operator(olivia.id(), "Olivia", "issuer", "Olivia", Role.OPERATOR, status, version);
    }

    private Connection device(Operator operator, List<String> frames) {
        return device(caller(operator), frames);
    }

    private Connection device(Caller caller, List<String> frames) {
        Connection device = new Connection(
                "s-" + UUID.randomUUID(),
                caller,
                Runnable::run,
                identity(),
                clock.instant(),
                FakeTransport.into(frames),
                new Connection.QueueLimits(100, 10_000),
                new FrameLimit(100, 100));
        board.registry.add(device);
        return device;
    }

    private Identity identity() {
        return new Identity(
                "issuer", "subject", "Name", null, Set.of(), clock.instant().plusSeconds(3600));
    }

    private static Caller caller(Operator operator) {
        return new Caller(operator.asParticipant(), null, Set.of(Role.OPERATOR));
    }

    private static Operator operator(String name) {
        return new Operator(
                new OperatorId(UUID.randomUUID()), name, "issuer", name, Role.OPERATOR, OperatorStatus.ACCEPTING);
    }
}
