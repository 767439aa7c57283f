package org.parley.web.connection;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.visitor.Blocks;
import org.parley.api.visitor.Visitor;
import org.parley.web.limit.FrameLimit;
import org.parley.web.security.Identity;

/** Beans of this package for tests of others, wired by hand. */
public final class Doubles {
    private Doubles() {}

    public static BlockedVisitors nobodyBlocked() {
        BlockedVisitors blocked = new BlockedVisitors();
        blocked.blocks = (Blocks) Proxy.newProxyInstance(
                Doubles.class.getClassLoader(), new Class<?>[] {Blocks.class}, (self, method, arguments) -> false);
        return blocked;
    }

    /** A visitor's device, which has said hello and takes what it gets. */
    public static Connection visitor(Visitor visitor, Instant now) {
        Connection device = new Connection(
                UUID.randomUUID().toString(),
                new Caller(visitor.asParticipant(), visitor.site(), Set.of(Role.VISITOR)),
                Runnable::run,
                new Identity("parley", visitor.id().toString(), visitor.name(), visitor.site(), Set.of(), Instant.MAX),
                now,
                new FakeTransport((frame, done) -> done.accept(null)),
                new Connection.QueueLimits(1000, 1_048_576),
                new FrameLimit(20, 60));
        device.greet();
        device.feeds().begin(List.of(), Map.of());
        device.send("welcome");
        device.frameLimit().count();
        return device;
    }

    public static CatchUp catchUp(Conversations conversations) {
        CatchUp catchUp = new CatchUp();
        catchUp.conversations = conversations;
        catchUp.executor = atOnce();
        return catchUp;
    }

    /** A supervisor's device that writes down what it is told. */
    public static Connection supervisor(List<String> told) {
        Participant sam =
                new Participant(ParticipantKind.OPERATOR, UUID.randomUUID().toString(), "Sam");
        return new Connection(
                "s-" + sam.id(),
                new Caller(sam, null, Set.of(Role.SUPERVISOR)),
                Runnable::run,
                new Identity("parley", sam.id(), "Sam", null, Set.of(), Instant.MAX),
                Instant.EPOCH,
                FakeTransport.into(told),
                new Connection.QueueLimits(100, 10_000),
                new FrameLimit(100, 100));
    }

    /** Runs every task within the call. */
    public static Workers atOnce() {
        return new Workers() {
            @Override
            public void execute(Runnable task) {
                task.run();
            }
        };
    }
}
