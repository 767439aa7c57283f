package org.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.parley.web.limit.FrameLimit;
import org.parley.web.security.Identity;

class AdmissionTest {
    private final Admission admission = new Admission();

    @BeforeEach
    void wireUp() {
        admission.door = new Door();
        admission.registry = new ConnectionRegistry();
        admission.perMinute = 100;
        admission.most = 3;
        admission.mostPerParticipant = 2;
        admission.prepare();
    }

    @Test
    void oneParticipantShouldHaveSoManyConnections() {
        connect("ada");
        Connection second = connect("ada");
        assertRefused(ErrorCode.RATE_LIMITED, () -> admission.admit("parley|ada", "address"));
        assertThatCode(() -> admission.admit("parley|bob", "address")).doesNotThrowAnyException();

        admission.registry.remove(second);
        admission.registry.remove(second);

        assertThatCode(() -> admission.admit("parley|ada", "address")).doesNotThrowAnyException();
        connect("ada");
        assertRefused(ErrorCode.RATE_LIMITED, () -> admission.admit("parley|ada", "address"));
    }

    @Test
    void allTogetherShouldHaveSoManyConnections() {
        connect("ada");
        connect("bob");
        connect("cem");
        assertRefused(ErrorCode.RATE_LIMITED, () -> admission.admit("parley|dan", "address"));
    }

    @Test
    void oneAddressShouldOpenSoManyAMinute() {
        admission.perMinute = 2;
        admission.prepare();
        admission.admit("parley|ada", "here");
        admission.admit("parley|ada", "here");
        assertRefused(ErrorCode.RATE_LIMITED, () -> admission.admit("parley|ada", "here"));
        assertThatCode(() -> admission.admit("parley|ada", "there")).doesNotThrowAnyException();
    }

    @Test
    void nobodyShouldComeInWhileTheServerShutsDown() {
        admission.door.close();
        assertRefused(ErrorCode.UNAVAILABLE, () -> admission.admit("parley|ada", "address"));
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable admit) {
        assertThatThrownBy(admit)
                .asInstanceOf(InstanceOfAssertFactories.type(ChatException.class))
                .matches(refusal -> refusal.code() == code && refusal.retryAfter() > 0);
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
                FakeWire.into(new ArrayList<>()),
                new Connection.QueueLimits(100, 10_000),
                new FrameLimit(100, 100));
        admission.registry.add(connection);
        return connection;
    }
}
