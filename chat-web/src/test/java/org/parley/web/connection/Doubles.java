package org.parley.web.connection;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.api.conversation.Conversations;
import org.parley.api.routing.Availability;
import org.parley.api.routing.QueuePosition;
import org.parley.api.routing.Routing;

/** Beans of this package for tests of others, wired by hand. */
public final class Doubles {
    private Doubles() {}

    public static PresenceBoard presence(ConnectionRegistry registry, Clock clock) {
        PresenceBoard board = new PresenceBoard();
        board.routing = routing();
        board.registry = registry;
        board.clock = clock;
        board.heartbeat = 25;
        board.prepare();
        return board;
    }

    /** A desk without departments. */
    public static Routing routing() {
        return new Routing() {
            @Override
            public List<Availability> availability() {
                return List.of();
            }

            @Override
            public Optional<QueuePosition> position(UUID conversation) {
                return Optional.empty();
            }

            @Override
            public boolean serves(UUID operator, UUID department) {
                return true;
            }
        };
    }

    public static AvailabilityView availability() {
        AvailabilityView view = new AvailabilityView();
        view.routing = routing();
        return view;
    }

    /** Tells a database that listens to nobody. */
    public static LeaseKeeper leases(ConnectionRegistry registry, Clock clock) {
        LeaseKeeper keeper = new LeaseKeeper();
        keeper.registry = registry;
        keeper.clock = clock;
        keeper.heartbeat = 25;
        keeper.leases = (node, until) -> {};
        keeper.prepare();
        return keeper;
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
