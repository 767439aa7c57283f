package org.parley.web.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.api.event.EventFeed;
import org.parley.api.operator.Department;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.operator.PresenceEvent;
import org.parley.web.protocol.ServerFrame;

/** Who can be reached and is willing: what operators say of themselves, and whether they have a live connection. */
@ApplicationScoped
public class PresenceBoard {
    @Inject
    EventFeed events;

    @Inject
    ConnectionRegistry registry;

    private final Map<UUID, Operator> seen = new ConcurrentHashMap<>();
    private final Map<UUID, OperatorStatus> told = new ConcurrentHashMap<>();
    private volatile List<Department> departments = List.of();

    void listen(@Observes @Initialized(ApplicationScoped.class) Object started) {
        events.subscribe(PresenceEvent.class, event -> {
            seen.put(event.operator().id(), event.operator());
            tellIfNew(event.operator());
        });
    }

    /** A device of an operator was greeted. */
    public void arrived(Operator operator) {
        seen.put(operator.id(), operator);
        tellIfNew(operator);
    }

    /** A device of an operator went; that is news when it was the last. */
    public void left(Connection connection) {
        Operator operator = seen.get(UUID.fromString(connection.caller().id()));
        if (operator != null) {
            tellIfNew(operator);
        }
    }

    /** The state of all, as one frame. */
    public String snapshot(List<Operator> operators, List<Department> all) {
        departments = List.copyOf(all);
        operators.forEach(operator -> seen.put(operator.id(), operator));
        return frame(operators);
    }

    private void tellIfNew(Operator operator) {
        OperatorStatus now = effective(operator);
        if (told.put(operator.id(), now) == now) {
            return;
        }
        String frame = frame(List.of(operator));
        for (Connection device : registry.staff()) {
            if (device.isGreeted() && !device.caller().id().equals(operator.id().toString())) {
                device.send(frame);
            }
        }
    }

    // Every operator answers for every department until departments have operators of their own.
    private String frame(List<Operator> operators) {
        boolean accepting = seen.values().stream().anyMatch(one -> effective(one) == OperatorStatus.ACCEPTING);
        return ServerFrame.presence(operators, this::effective, departments, accepting);
    }

    private OperatorStatus effective(Operator operator) {
        return registry.isLive(operator.asParticipant()) ? operator.status() : OperatorStatus.OFFLINE;
    }
}
