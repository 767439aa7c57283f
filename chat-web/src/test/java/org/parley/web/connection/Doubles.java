package org.parley.web.connection;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Clock;
import org.parley.api.conversation.Conversations;

/** Beans of this package for tests of others, wired by hand. */
public final class Doubles {
    private Doubles() {}

    public static PresenceBoard presence(ConnectionRegistry registry, Clock clock) {
        PresenceBoard board = new PresenceBoard();
        board.registry = registry;
        board.clock = clock;
        board.heartbeat = 25;
        board.prepare();
        return board;
    }

    public static CatchUp catchUp(Conversations conversations) {
        CatchUp catchUp = new CatchUp();
        catchUp.conversations = conversations;
        catchUp.executor = atOnce();
        return catchUp;
    }

    /** Runs every task within the call. */
    public static ManagedExecutorService atOnce() {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                Doubles.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (self, method, arguments) -> {
                    ((Runnable) arguments[0]).run();
                    return null;
                });
    }
}
