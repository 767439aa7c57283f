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

    void listen(@Observes @Initialized(ApplicationScoped.class) Object started) {
        events.subscribe(PresenceEvent.class, event -> {
            seen.put(event.operator().id(), event.operator());
            tell(event.operator());
        });
    }

    /** An operator's first device came. */
    public void arrived(Operator operator) {
        seen.put(operator.id(), operator);
        tell(operator);
    }

    /** An operator's last device went. */
    public void left(Connection connection) {
        Operator operator = seen.remove(UUID.fromString(connection.caller().id()));
        if (operator != null) {
            tell(operator);
        }
    }

    /** The state of all, as one frame. */
    public String snapshot(List<Operator> operators, List<Department> departments) {
        boolean accepting = operators.stream().anyMatch(operator -> effective(operator) == OperatorStatus.ACCEPTING);
        return ServerFrame.presence(operators, this::effective, departments, accepting);
    }

    private void tell(Operator operator) {
        String frame = ServerFrame.presence(List.of(operator), this::effective, List.of(), false);
        for (Connection device : registry.staff()) {
            if (device.isGreeted() && !device.caller().id().equals(operator.id().toString())) {
                device.send(frame);
            }
        }
    }

    private OperatorStatus effective(Operator operator) {
        return registry.isLive(operator.asParticipant()) ? operator.status() : OperatorStatus.OFFLINE;
    }
}
