package org.parley.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
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
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.web.board.BoardDoubles;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.Door;
import org.parley.web.connection.Doubles;
import org.parley.web.connection.EventPusher;
import org.parley.web.connection.Wire;
import org.parley.web.invitation.InvitationDoubles;
import org.parley.web.protocol.BadFrame;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.CloseCode;
import org.parley.web.protocol.FrameReader;
import org.parley.web.security.Agent;
import org.parley.web.security.Arrival;
import org.parley.web.security.Identity;
import org.parley.web.security.SessionCheck;
import org.parley.web.security.Tokens;
import org.parley.web.visitor.VisitorDoubles;

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
        Gateway gateway = gateway(me);
        Connection connection = gateway.open(
                new Arrival(
                        new Identity(
                                "parley",
                                me.id(),
                                "Me",
                                caller.site(),
                                Set.of(),
                                CLOCK.instant().plusSeconds(60),
                                new Identity.Session("session", CLOCK.instant(), null)),
                        caller,
                        Runnable::run,
                        Agent.UNKNOWN),
                wire());
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
        assertThat(gateway.dispatcher.unanswered()).isZero();
    }

    private int answers(String id) {
        String re = "\"re\":\"" + id + "\"";
        return (int) sent.stream().filter(frame -> frame.contains(re)).count();
    }

    private static String commandId(String line) {
        try {
            return FrameReader.read(line) instanceof ClientFrame.Command command ? command.id() : null;
        } catch (BadFrame e) {
            return e.re();
        }
    }

    private Wire wire() {
        return new Wire() {
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

    private static Gateway gateway(Participant me) {
        MemoryPorts ports = new MemoryPorts(
                me, new Operator(new UUID(7, 7), "me", null, "Me", Role.OPERATOR, OperatorStatus.ACCEPTING));
        Gateway gateway = new Gateway();
        gateway.registry = new ConnectionRegistry();
        gateway.presence = Doubles.presence(gateway.registry, CLOCK);
        gateway.clock = CLOCK;
        gateway.frameLimit = 65_536;
        gateway.queueFrames = 1000;
        gateway.queueChars = 1_048_576;
        gateway.framesPerSecond = 5000;
        gateway.framesBurst = 20_000;
        gateway.dispatcher = new Dispatcher();
        gateway.dispatcher.door = new Door();
        gateway.dispatcher.executor = Doubles.atOnce();
        gateway.dispatcher.found = all(handlers(gateway, ports));
        gateway.dispatcher.collect();
        return gateway;
    }

    private static List<CommandHandler<?>> handlers(Gateway gateway, MemoryPorts ports) {
        List<CommandHandler<?>> handlers = new ArrayList<>(writers(ports));
        StatusHandler status = new StatusHandler();
        status.operators = ports.operators();
        SyncHandler sync = new SyncHandler();
        sync.conversations = ports.conversations();
        TypingHandler typing = new TypingHandler();
        typing.registry = gateway.registry;
        typing.textLimit = 4000;
        WatchHandler watch = new WatchHandler();
        watch.conversations = ports.conversations();
        watch.operators = ports.operators();
        watch.presence = gateway.presence;
        watch.pusher = new EventPusher();
        watch.watchers = VisitorDoubles.watchers(CLOCK);
        watch.invitations = InvitationDoubles.pusher(CLOCK);
        watch.board = BoardDoubles.watch();
        handlers.addAll(List.of(status, sync, typing, watch, renew(), new PingHandler(), hello(gateway, ports)));
        handlers.addAll(visitors(gateway, ports));
        return handlers;
    }

    private static List<CommandHandler<?>> visitors(Gateway gateway, MemoryPorts ports) {
        PageHandler page = new PageHandler();
        page.rounds = VisitorDoubles.rounds(CLOCK);
        InviteHandler invite = new InviteHandler();
        invite.invitations = ports.invitations();
        invite.registry = gateway.registry;
        InvitationHandler invitation = new InvitationHandler();
        invitation.invitations = ports.invitations();
        invitation.registry = gateway.registry;
        return List.of(page, invite, invitation);
    }

    private static List<CommandHandler<?>> writers(MemoryPorts ports) {
        AcceptHandler accept = new AcceptHandler();
        accept.journal = ports.journal();
        DeclineHandler decline = new DeclineHandler();
        decline.journal = ports.journal();
        TransferHandler transfer = new TransferHandler();
        transfer.journal = ports.journal();
        CloseHandler close = new CloseHandler();
        close.journal = ports.journal();
        DeliveredHandler delivered = new DeliveredHandler();
        delivered.journal = ports.journal();
        NoteHandler note = new NoteHandler();
        note.journal = ports.journal();
        ReadHandler read = new ReadHandler();
        read.journal = ports.journal();
        SendHandler send = new SendHandler();
        send.journal = ports.journal();
        StartHandler start = new StartHandler();
        start.journal = ports.journal();
        return List.of(accept, decline, transfer, close, delivered, note, read, send, start);
    }

    private static RenewHandler renew() {
        RenewHandler renew = new RenewHandler();
        renew.clock = CLOCK;
        renew.tokens = new Tokens() {
            @Override
            public Identity verify(String token) {
                String subject = token.length() % 2 == 0 ? "somebody else" : new UUID(7, 7).toString();
                return new Identity(
                        "parley", subject, "Me", null, Set.of(), CLOCK.instant().plusSeconds(60));
            }
        };
        renew.sessions = new SessionCheck();
        return renew;
    }

    private static HelloHandler hello(Gateway gateway, MemoryPorts ports) {
        HelloHandler hello = new HelloHandler();
        hello.conversations = ports.conversations();
        hello.operators = ports.operators();
        hello.presence = gateway.presence;
        hello.blocked = Doubles.nobodyBlocked();
        hello.routing = Doubles.routing();
        hello.availability = Doubles.availability();
        hello.registry = gateway.registry;
        hello.leases = Doubles.leases(gateway.registry, CLOCK);
        hello.invitations = InvitationDoubles.pusher(CLOCK);
        hello.catchUp = Doubles.catchUp(ports.conversations());
        hello.heartbeat = 25;
        hello.textLimit = 4000;
        hello.frameLimit = 65_536;
        return hello;
    }

    @SuppressWarnings("unchecked")
    private static Instance<CommandHandler<?>> all(List<CommandHandler<?>> handlers) {
        return (Instance<CommandHandler<?>>) Proxy.newProxyInstance(
                GatewayFuzz.class.getClassLoader(), new Class<?>[] {Instance.class}, (self, method, arguments) -> {
                    handlers.forEach((Consumer<CommandHandler<?>>) arguments[0]);
                    return null;
                });
    }
}
