package org.parley.web.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.parley.api.conversation.Participant;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.security.Role;
import org.parley.web.board.BoardDoubles;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.Doubles;
import org.parley.web.connection.EventPusher;
import org.parley.web.gateway.FrameHandler;
import org.parley.web.gateway.Gateway;
import org.parley.web.gateway.GatewayDoubles;
import org.parley.web.invitation.InvitationDoubles;
import org.parley.web.limit.StartLimiter;
import org.parley.web.presence.PresenceBoard;
import org.parley.web.presence.PresenceDoubles;
import org.parley.web.security.Identity;
import org.parley.web.security.SessionCheck;
import org.parley.web.security.Tokens;
import org.parley.web.visitor.VisitorDoubles;

/** The gateway with all its handlers, and ports without a database. */
final class MemoryGateway {
    private final Clock clock;
    private final MemoryPorts ports;
    private final ConnectionRegistry registry = new ConnectionRegistry();
    private final PresenceBoard presence;
    private final Gateway gateway;

    MemoryGateway(Clock clock, MemoryPorts ports) {
        this.clock = clock;
        this.ports = ports;
        presence = PresenceDoubles.presence(registry, clock);
        gateway = GatewayDoubles.gateway(clock, registry, presence, handlers());
    }

    static MemoryPorts ports(Participant me) {
        return new MemoryPorts(
                me, new Operator(new UUID(7, 7), "me", null, "Me", Role.OPERATOR, OperatorStatus.ACCEPTING));
    }

    Gateway gateway() {
        return gateway;
    }

    private List<FrameHandler<?>> handlers() {
        List<FrameHandler<?>> handlers = new ArrayList<>(writers());
        StatusHandler status = new StatusHandler();
        status.commands = ports.commands();
        SyncHandler sync = new SyncHandler();
        sync.conversations = ports.conversations();
        TypingHandler typing = new TypingHandler();
        typing.registry = registry;
        typing.textLimit = 4000;
        WatchHandler watch = new WatchHandler();
        watch.conversations = ports.conversations();
        watch.operators = ports.operators();
        watch.presence = presence;
        watch.pusher = new EventPusher();
        watch.watchers = VisitorDoubles.watchers(clock);
        watch.invitations = InvitationDoubles.pusher(clock);
        watch.board = BoardDoubles.watch();
        FollowHandler follow = new FollowHandler();
        follow.conversations = ports.conversations();
        follow.pusher = watch.pusher;
        handlers.addAll(List.of(
                status, sync, typing, watch, renew(), new PingHandler(), hello(), follow, new UnfollowHandler()));
        handlers.addAll(visitors());
        return handlers;
    }

    private List<FrameHandler<?>> visitors() {
        PageHandler page = new PageHandler();
        page.rounds = VisitorDoubles.rounds(clock);
        InviteHandler invite = new InviteHandler();
        invite.commands = ports.commands();
        invite.registry = registry;
        InvitationHandler invitation = new InvitationHandler();
        invitation.commands = ports.commands();
        invitation.registry = registry;
        return List.of(page, invite, invitation);
    }

    private List<FrameHandler<?>> writers() {
        WritingHandler writing = new WritingHandler();
        writing.commands = ports.commands();
        StartHandler start = new StartHandler();
        start.commands = ports.commands();
        start.limiter = new StartLimiter() {
            @Override
            public Runnable count(String visitor, String network) {
                return () -> {};
            }
        };
        return List.of(writing, start);
    }

    private RenewHandler renew() {
        RenewHandler renew = new RenewHandler();
        renew.clock = clock;
        renew.tokens = new Tokens() {
            @Override
            public Identity verify(String token) {
                String subject = token.length() % 2 == 0 ? "somebody else" : new UUID(7, 7).toString();
                return new Identity(
                        "parley", subject, "Me", null, Set.of(), clock.instant().plusSeconds(60));
            }
        };
        renew.sessions = new SessionCheck();
        return renew;
    }

    private HelloHandler hello() {
        HelloHandler hello = new HelloHandler();
        hello.conversations = ports.conversations();
        hello.operators = ports.operators();
        hello.commands = ports.commands();
        hello.presence = presence;
        hello.blocked = Doubles.nobodyBlocked();
        hello.routing = PresenceDoubles.routing();
        hello.availability = PresenceDoubles.availability();
        hello.registry = registry;
        hello.leases = PresenceDoubles.leases(registry, clock);
        hello.invitations = InvitationDoubles.pusher(clock);
        hello.catchUp = Doubles.catchUp(ports.conversations());
        hello.heartbeat = 25;
        hello.textLimit = 4000;
        hello.frameLimit = 65_536;
        return hello;
    }
}
