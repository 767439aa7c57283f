package org.parley.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.web.connection.Connection;
import org.parley.web.connection.FakeTransport;
import org.parley.web.gateway.Gateway;

/** Messages with several frames, from a device in batch mode and from others. */
class BatchTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String PING = "{\"type\":\"ping\"}";

    private final List<String> sent = new ArrayList<>();
    private final FakeTransport transport = FakeTransport.into(sent);
    private final Participant me = new Participant(ParticipantKind.VISITOR, new UUID(7, 7).toString(), "Me");
    private final MemoryGateway memory = new MemoryGateway(CLOCK, MemoryGateway.ports(me));
    private final Gateway gateway = memory.gateway();
    private final Connection device = memory.open(gateway, new Caller(me, "site", Set.of(Role.VISITOR)), transport);

    @Test
    void welcomeShouldSayWhetherItIsBatchMode() {
        hello(true);

        assertThat(sent.get(0)).contains("\"type\":\"welcome\"").contains("\"batch\":true");
    }

    @Test
    void whoDoesNotAskForItShouldHearNothingOfIt() {
        hello(false);
        gateway.receiveMessage(device, "[" + PING + "]");

        assertThat(sent.get(0)).doesNotContain("batch");
        assertThat(last(2).get(0)).contains("\"code\":\"protocol\"");
        assertThat(device.isClosed()).isTrue();
    }

    @Test
    void eachFrameOfAnArrayShouldBeHandledInOrder() {
        hello(true);
        gateway.receiveMessage(device, " [" + PING + "," + sync("a") + "," + sync("b") + "," + PING + "]");

        assertThat(last(4)).extracting(BatchTest::what).containsExactly("pong", "a", "b", "pong");
    }

    @Test
    void aBadElementShouldBeAnsweredAsABadFrameAndEndTheRest() {
        hello(true);
        gateway.receiveMessage(device, "[" + sync("a") + ",[" + PING + "]," + sync("b") + "]");

        assertThat(last(3)).extracting(BatchTest::what).containsExactly("a", "error", "bye");
        assertThat(device.isClosed()).isTrue();
    }

    @Test
    void aFrameOfUnknownTypeShouldNotEndTheRest() {
        hello(true);
        gateway.receiveMessage(device, "[{\"type\":\"strange\"}," + PING + "]");

        assertThat(last(2)).extracting(BatchTest::what).containsExactly("error", "pong");
    }

    @Test
    void anArrayThatIsNoneShouldBeRefusedAsAWhole() {
        hello(true);
        int before = sent.size();
        gateway.receiveMessage(device, "[" + PING + ",");

        assertThat(sent.subList(before, sent.size()))
                .extracting(BatchTest::what)
                .containsExactly("error", "bye");
    }

    @Test
    void anEmptyArrayShouldBeABadFrame() {
        hello(true);
        gateway.receiveMessage(device, "[]");

        assertThat(last(2)).extracting(BatchTest::what).containsExactly("error", "bye");
    }

    private void hello(boolean batch) {
        gateway.receiveMessage(
                device, "{\"type\":\"hello\",\"device\":\"d\",\"client\":\"c\",\"batch\":" + batch + "}");
    }

    private static String sync(String id) {
        return "{\"type\":\"sync\",\"id\":\"" + id + "\",\"conversation\":\"" + new UUID(1, 1)
                + "\",\"log\":\"public\",\"after\":0}";
    }

    private List<String> last(int count) {
        return sent.subList(sent.size() - count, sent.size());
    }

    /** The id that a frame answers, else its type. */
    private static String what(String frame) {
        return frame.replaceAll(".*\"re\":\"([^\"]+)\".*", "$1").replaceAll("\\{\"type\":\"([a-z]+)\".*", "$1");
    }
}
