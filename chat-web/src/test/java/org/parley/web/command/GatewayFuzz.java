package org.parley.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.web.connection.Connection;
import org.parley.web.connection.Transport;
import org.parley.web.gateway.Gateway;
import org.parley.web.gateway.GatewayDoubles;
import org.parley.web.protocol.BadFrame;
import org.parley.web.protocol.CloseCode;
import org.parley.web.protocol.FrameReaders;

/** Lines of anything at all, as the frames of one connection: each command is answered once, and nothing escapes. */
class GatewayFuzz {
    private static final Logger PARLEY = Logger.getLogger("org.parley");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final List<String> sent = new ArrayList<>();
    private CloseCode closed;

    @FuzzTest(maxExecutions = 5_000)
    void everyCommandShouldBeAnsweredOnce(byte[] lines) {
        PARLEY.setLevel(Level.OFF); // the ports fail on purpose
        sent.clear();
        closed = null;
        boolean staff = lines.length % 2 == 1;
        Participant me = new Participant(
                staff ? ParticipantKind.OPERATOR : ParticipantKind.VISITOR, new UUID(7, 7).toString(), "Me");
        Caller caller = new Caller(me, staff ? null : "site", Set.of(staff ? Role.OPERATOR : Role.VISITOR));
        MemoryGateway memory = new MemoryGateway(CLOCK, MemoryGateway.ports(me));
        Gateway gateway = memory.gateway();
        Connection connection = memory.open(gateway, caller, transport());
        Map<String, Integer> expected = new HashMap<>();
        gateway.receive(connection, "{\"type\":\"hello\",\"device\":\"d\",\"client\":\"c\"}");
        for (String line : new String(lines, StandardCharsets.UTF_8).split("\n")) {
            if (!connection.isClosed() && commandId(line) != null) {
                expected.merge(commandId(line), 1, Integer::sum);
            }
            gateway.receive(connection, line);
        }
        expected.forEach((id, count) -> assertThat(answers(id)).as(id).isEqualTo(count));
        assertThat(closed).isIn(null, CloseCode.PROTOCOL);
        assertThat(connection.isClosed()).isEqualTo(closed != null);
        assertThat(GatewayDoubles.unanswered(gateway)).isZero();
    }

    private int answers(String id) {
        String re = "\"re\":\"" + id + "\"";
        return (int) sent.stream().filter(frame -> frame.contains(re)).count();
    }

    private static String commandId(String line) {
        try {
            return FrameReaders.ALL.read(line).id();
        } catch (BadFrame e) {
            return e.re();
        }
    }

    private Transport transport() {
        return new Transport() {
            @Override
            public void send(String frame, Consumer<Throwable> done) {
                sent.add(frame);
                done.accept(null);
            }

            @Override
            public void close(CloseCode code) {
                closed = code;
            }
        };
    }
}
