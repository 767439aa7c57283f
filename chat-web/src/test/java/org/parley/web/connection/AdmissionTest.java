package org.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.web.limit.ClientAddress;
import org.parley.web.limit.FrameLimit;
import org.parley.web.limit.HandshakeLimiter;
import org.parley.web.security.Identity;

class AdmissionTest {
    /** Where the connections of {@link #connect} come from. */
    private static final ClientAddress HERE = new ClientAddress("unknown", "unknown");

    private final Admission admission = new Admission();

    @BeforeEach
    void wireUp() {
        admission.door = new Door();
        admission.registry = new ConnectionRegistry();
        admission.handshakes = HandshakeLimiter.perMinute(100);
        admission.most = 3;
        admission.mostPerParticipant = 2;
        admission.mostPerAddress = 100;
    }

    @Test
    void oneParticipantShouldHaveSoManyConnections() {
        connect("ada");
        Connection second = connect("ada");
        assertRefused(ErrorCode.RATE_LIMITED, () -> admission.admit(visitor("ada"), HERE));
        assertThatCode(() -> admission.admit(visitor("bob"), HERE)).doesNotThrowAnyException();

        admission.registry.remove(second);
        admission.registry.remove(second);

        assertThatCode(() -> admission.admit(visitor("ada"), HERE)).doesNotThrowAnyException();
        connect("ada");
        assertRefused(ErrorCode.RATE_LIMITED, () -> admission.admit(visitor("ada"), HERE));
    }

    @Test
    void allTogetherShouldHaveSoManyConnections() {
        connect("ada");
        connect("bob");
        connect("cem");
        assertRefused(ErrorCode.RATE_LIMITED, () -> admission.admit(visitor("dan"), HERE));
    }

    @Test
    void onePersonShouldOpenSoManyAMinuteAndNobodyElsesBesides() {
        admission.handshakes = HandshakeLimiter.perMinute(2);
        admission.admit(visitor("ada"), HERE);
        admission.admit(visitor("ada"), HERE);
        assertRefused(ErrorCode.RATE_LIMITED, () -> admission.admit(visitor("ada"), HERE));
        assertThatCode(() -> admission.admit(visitor("bob"), HERE)).doesNotThrowAnyException();
    }

    @Test
    void visitorsShouldLeaveRoomForStaff() {
        admission.percentForStaff = 34;
        connect("ada");
        connect("bob");
        assertRefused(ErrorCode.RATE_LIMITED, () -> admission.admit(visitor("cem"), HERE));
        assertThatCode(() -> admission.admit(staff("dan"), HERE)).doesNotThrowAnyException();
    }

    @Test
    void visitorsOfOneAddressShouldHaveSoManyConnections() {
        admission.mostPerAddress = 1;
        Connection first = connect("ada");
        assertRefused(ErrorCode.RATE_LIMITED, () -> admission.admit(visitor("bob"), HERE));
        assertThatCode(() -> admission.admit(staff("dan"), HERE)).doesNotThrowAnyException();

        admission.registry.remove(first);
        assertThatCode(() -> admission.admit(visitor("bob"), HERE)).doesNotThrowAnyException();
    }

    @Test
    void nobodyShouldComeInWhileTheServerShutsDown() {
        admission.door.close();
        assertRefused(ErrorCode.UNAVAILABLE, () -> admission.admit(visitor("ada"), HERE));
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable admit) {
        assertThatThrownBy(admit)
                .asInstanceOf(InstanceOfAssertFactories.type(ChatException.class))
                .matches(refusal -> refusal.code() == code && refusal.retryAfter() > 0);
    }

    private static Identity visitor(String subject) {
        return new Identity("parley", subject, null, "site", Set.of(), Instant.MAX);
    }

    private static Identity staff(String subject) {
        return new Identity("parley", subject, null, null, Set.of(), Instant.MAX);
    }

    private Connection connect(String subject) {
        SetClock clock = new SetClock();
        String id = UUID.nameUUIDFromBytes(subject.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        Connection connection = new Connection(
                "s-1",
                new Caller(new Participant(ParticipantKind.VISITOR, id, null), "site", Set.of(Role.VISITOR)),
                Runnable::run,
                new Identity("parley", subject, null, "site", Set.of(), clock.instant()),
                clock.instant(),
                FakeTransport.into(new ArrayList<>()),
                new Connection.QueueLimits(100, 10_000),
                new FrameLimit(100, 100));
        admission.registry.add(connection);
        return connection;
    }
}
