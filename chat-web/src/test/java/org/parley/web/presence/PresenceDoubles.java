package org.parley.web.presence;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.api.conversation.ConversationId;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Availability;
import org.parley.api.routing.QueuePosition;
import org.parley.api.routing.Routing;
import org.parley.web.connection.ConnectionRegistry;

/** Beans of this package for tests of others, wired by hand. */
public final class PresenceDoubles {
    private PresenceDoubles() {}

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
            public Optional<QueuePosition> position(ConversationId conversation) {
                return Optional.empty();
            }

            @Override
            public boolean serves(OperatorId operator, DepartmentId department) {
                return true;
            }

            @Override
            public Set<String> sitesServedBy(OperatorId operator) {
                return Set.of();
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
}
