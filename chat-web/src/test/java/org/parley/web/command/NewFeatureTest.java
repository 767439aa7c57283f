package org.parley.web.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.web.connection.Connection;
import org.parley.web.connection.FakeTransport;
import org.parley.web.connection.FrameHandler;
import org.parley.web.gateway.Gateway;
import org.parley.web.json.Fields;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.FrameId;
import org.parley.web.protocol.FrameTypes;
import org.parley.web.protocol.ServerFrame;

/** A feature of this test alone: what it brings is enough for its frame to be read, handled and answered. */
class NewFeatureTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Participant ANN = new Participant(ParticipantKind.OPERATOR, new UUID(7, 7).toString(), "Ann");

    record Wave(String id, String hand) implements ClientFrame {}

    static class WaveFrameTypes implements FrameTypes {
        @Override
        public Map<String, Function<Fields, ClientFrame>> readers() {
            return Map.of("wave", f -> new Wave(FrameId.of(f), f.text("hand")));
        }
    }

    static class WaveHandler implements FrameHandler<Wave> {
        @Inject
        Clock clock;

        @Override
        public Class<Wave> frame() {
            return Wave.class;
        }

        @Override
        public CompletionStage<String> handle(Connection connection, Wave wave) {
            return CompletableFuture.completedFuture(
                    ServerFrame.ack(wave.id(), Map.of("hand", wave.hand(), "at", clock.instant())));
        }
    }

    @Test
    void itsFrameShouldBeAnsweredOnceItsBeansAreThere() {
        List<String> sent = new ArrayList<>();
        MemoryGateway memory = new MemoryGateway(CLOCK, MemoryGateway.ports(ANN));
        Gateway gateway = memory.gateway(WaveFrameTypes.class, WaveHandler.class);
        Connection connection =
                memory.open(gateway, new Caller(ANN, null, Set.of(Role.OPERATOR)), FakeTransport.into(sent));

        gateway.receive(connection, "{\"type\":\"hello\",\"device\":\"d\",\"client\":\"c/1\"}");
        gateway.receive(connection, "{\"type\":\"wave\",\"id\":\"w-1\",\"hand\":\"left\"}");
        gateway.receive(connection, "{\"type\":\"wave\",\"id\":\"w-2\"}");

        assertThat(sent)
                .anyMatch(frame -> frame.contains("\"re\":\"w-1\"") && frame.contains("\"hand\":\"left\""))
                .anyMatch(frame -> frame.contains("\"re\":\"w-2\"") && frame.contains("invalid"));
    }

    @Test
    void twoHandlersOfOneFrameShouldStopTheStart() {
        MemoryGateway memory = new MemoryGateway(CLOCK, MemoryGateway.ports(ANN));

        assertThatThrownBy(() -> memory.gateway(WaveFrameTypes.class, WaveHandler.class, WaveHandler.class))
                .isInstanceOf(IllegalStateException.class);
    }
}
