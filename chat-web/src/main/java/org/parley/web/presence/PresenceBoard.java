package org.parley.web.presence;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.Participant;
import org.parley.api.event.EventFeed;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.operator.PresenceEvent;
import org.parley.api.routing.Availability;
import org.parley.api.routing.Routing;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.protocol.ServerFrame;

/**
 * Which operators can be reached and are willing: their own status, and whether a connection of theirs was heard
 * recently. It changes what others see of an operator, never what the operator owns.
 */
@ApplicationScoped
public class PresenceBoard {
    private static final Logger LOG = Logger.getLogger(PresenceBoard.class.getName());

    @Inject
    EventFeed events;

    @Inject
    Routing routing;

    @Inject
    ConnectionRegistry registry;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.heartbeat")
    int heartbeat;

    private final Map<OperatorId, Operator> seen = new ConcurrentHashMap<>();
    private final Map<OperatorId, OperatorStatus> told = new ConcurrentHashMap<>();
    private final Queue<OperatorId> maybeNews = new ConcurrentLinkedQueue<>();
    private final AtomicInteger telling = new AtomicInteger();
    private PresenceLease lease;

    @PostConstruct
    void prepare() {
        lease = new PresenceLease(clock, Duration.ofSeconds(heartbeat));
    }

    void listen(@Observes @Initialized(ApplicationScoped.class) Object started) {
        events.subscribe(PresenceEvent.class, event -> arrived(event.operator()));
    }

    /** Notes that a device of the operator was greeted, or their status changed. */
    public void arrived(Operator operator) {
        see(operator);
        tellIfNew(operator.id());
    }

    /** The newer of two states, because the one from the database may be older than a recent event. */
    private Operator see(Operator read) {
        return seen.merge(read.id(), read, (known, newer) -> newer.version() < known.version() ? known : newer);
    }

    /** Notes that a device was heard; the first frame after a silence brings its operator back. */
    public void heard(Connection connection) {
        OperatorId id = connection.caller().operatorId();
        Operator operator = seen.get(id);
        if (operator != null && told.get(id) != operator.status()) {
            tellIfNew(id);
        }
    }

    /** Notes that a device has gone; that is news when it was an operator's last. */
    public void left(Connection connection) {
        if (connection.caller().isStaff()) {
            tellIfNew(connection.caller().operatorId());
        }
    }

    /** Whether an operator's own status is {@code offline}. */
    boolean hasSignedOff(Participant operator) {
        Operator known = seen.get(operator.operatorId());
        return known != null && known.status() == OperatorStatus.OFFLINE;
    }

    /** Looks whether leases have expired. */
    void look() {
        seen.keySet().forEach(this::tellIfNew);
    }

    /** The state of all operators and departments, as one frame. */
    public String snapshot(List<Operator> operators) {
        return frame(operators.stream().map(this::see).toList(), routing.availability());
    }

    /**
     * Tells the operator's state if it is news. One thread at a time tells, so that the last frame is the true one.
     * Nobody waits for that thread, because a caller may hold the container's lock on a closing socket.
     */
    private void tellIfNew(OperatorId operator) {
        maybeNews.add(operator);
        if (telling.getAndIncrement() == 0) {
            do {
                tell(maybeNews.poll());
            } while (telling.decrementAndGet() > 0);
        }
    }

    /** Tells the operator's state; after a failure the next look tells it. */
    private void tell(OperatorId id) {
        try {
            Operator operator = seen.get(id);
            if (operator != null) {
                tell(operator);
            }
        } catch (RuntimeException | Error e) {
            told.remove(id);
            LOG.log(Level.WARNING, "Nobody was told who is there; that is tried again", e);
        }
    }

    private void tell(Operator operator) {
        OperatorStatus now = effective(operator);
        if (told.put(operator.id(), now) == now) {
            return;
        }
        String frame = frame(List.of(operator), List.of());
        for (Connection device : registry.staff()) {
            if (device.isGreeted() && !device.caller().id().equals(operator.id().toString())) {
                device.send(frame);
            }
        }
    }

    private String frame(List<Operator> operators, List<Availability> departments) {
        return ServerFrame.presence(
                operators.stream()
                        .map(operator -> operator.withStatus(effective(operator)))
                        .toList(),
                departments);
    }

    private OperatorStatus effective(Operator operator) {
        return lease.apply(
                operator.status(),
                registry.of(operator.asParticipant()).stream()
                        .map(Connection::lastHeard)
                        .toList());
    }
}
