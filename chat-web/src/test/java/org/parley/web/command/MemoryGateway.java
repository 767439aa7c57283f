package org.parley.web.command;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.api.conversation.Participant;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.web.Production;
import org.parley.web.board.BoardDoubles;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.Doubles;
import org.parley.web.connection.EventPusher;
import org.parley.web.connection.FrameHandler;
import org.parley.web.connection.Transport;
import org.parley.web.gateway.Gateway;
import org.parley.web.gateway.GatewayDoubles;
import org.parley.web.invitation.InvitationDoubles;
import org.parley.web.limit.StartLimiter;
import org.parley.web.presence.PresenceBoard;
import org.parley.web.presence.PresenceDoubles;
import org.parley.web.protocol.FrameTypes;
import org.parley.web.security.Agent;
import org.parley.web.security.Arrival;
import org.parley.web.security.Identity;
import org.parley.web.security.SessionCheck;
import org.parley.web.security.Tokens;
import org.parley.web.visitor.VisitorDoubles;

/** The gateway with the frames of all features, and ports without a database. */
final class MemoryGateway {
    private final Clock clock;
    private final MemoryPorts ports;
    private final ConnectionRegistry registry = new ConnectionRegistry();
    private final PresenceBoard presence;
    private final Wiring wiring;

    MemoryGateway(Clock clock, MemoryPorts ports) {
        this.clock = clock;
        this.ports = ports;
        presence = PresenceDoubles.presence(registry, clock);
        wiring = new Wiring(parts());
    }

    static MemoryPorts ports(Participant me) {
        return new MemoryPorts(
                me,
                new Operator(
                        new OperatorId(new UUID(7, 7)), "me", null, "Me", Role.OPERATOR, OperatorStatus.ACCEPTING));
    }

    /** @param more what one more feature brings */
    Gateway gateway(Class<?>... more) {
        List<?> brought = Stream.of(
                        Production.classes(FrameTypes.class), Production.classes(FrameHandler.class), Stream.of(more))
                .flatMap(types -> types)
                .map(wiring::make)
                .toList();
        return GatewayDoubles.gateway(clock, registry, presence, brought);
    }

    /** A device of the caller at that gateway, before its hello. */
    Connection open(Gateway gateway, Caller caller, Transport transport) {
        Identity identity = new Identity(
                "parley",
                caller.id(),
                caller.participant().name(),
                caller.site(),
                Set.of(),
                clock.instant().plusSeconds(60),
                new Identity.Session("session", clock.instant(), null));
        return gateway.open(new Arrival(identity, caller, Runnable::run, Agent.UNKNOWN), transport);
    }

    private List<Object> parts() {
        return List.of(
                clock,
                registry,
                presence,
                ports.commands(),
                ports.conversations(),
                ports.operators(),
                new EventPusher(),
                VisitorDoubles.rounds(clock),
                VisitorDoubles.watchers(clock),
                InvitationDoubles.pusher(clock),
                BoardDoubles.watch(),
                PresenceDoubles.routing(),
                PresenceDoubles.availability(),
                PresenceDoubles.leases(registry, clock),
                Doubles.nobodyBlocked(),
                Doubles.catchUp(ports.conversations()),
                new SessionCheck(),
                tokens(),
                unlimited());
    }

    private Tokens tokens() {
        return new Tokens() {
            @Override
            public Identity verify(String token) {
                String subject = token.length() % 2 == 0 ? "somebody else" : new UUID(7, 7).toString();
                return new Identity(
                        "parley", subject, "Me", null, Set.of(), clock.instant().plusSeconds(60));
            }
        };
    }

    private static StartLimiter unlimited() {
        return new StartLimiter() {
            @Override
            public Runnable count(String visitor, String network) {
                return () -> {};
            }
        };
    }
}
