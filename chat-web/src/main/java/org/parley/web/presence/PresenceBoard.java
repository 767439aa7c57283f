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
import org.parley.api.routing.Routing;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.protocol.ServerFrame;

/**
 * Who can be reached and is willing: what operators say of themselves, and whether they have a connection that was heard
 * of late. It changes what is told of an operator, never what the operator owns.
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

    /** A device of an operator was greeted, or the operator says something else than before. */
    public void arrived(Operator operator) {
        see(operator);
        tellIfNew(operator.id());
    }

    /** What was read from the database may be older than what an event has told meanwhile. */
    private Operator see(Operator read) {
        return seen.merge(read.id(), read, (known, newer) -> newer.version() < known.version() ? known : newer);
    }

    /** A device of an operator was heard: the first frame after a silence brings the operator back. */
    public void heard(Connection connection) {
        OperatorId id = connection.caller().operatorId();
        Operator operator = seen.get(id);
        if (operator != null && told.get(id) != operator.status()) {
            tellIfNew(id);
        }
    }

    /** A device of an operator went; that is news when it was the last. */
    public void left(Connection connection) {
        tellIfNew(connection.caller().operatorId());
    }

    /** Whether an operator has said that they are not there. */
    boolean hasSignedOff(Participant operator) {
        Operator known = seen.get(operator.operatorId());
        return known != null && known.status() == OperatorStatus.OFFLINE;
    }

    /** Time has passed: some leases may have run out. */
    void look() {
        seen.keySet().forEach(this::tellIfNew);
    }

    /** The state of all, as one frame. */
    public String snapshot(List<Operator> operators) {
        return frame(operators.stream().map(this::see).toList());
    }

    /**
     * One thread at a time tells, so that what is told last is what holds. Nobody waits for that thread: whoever comes
     * may hold the container's lock on a socket that is closing.
     */
    private void tellIfNew(OperatorId operator) {
        maybeNews.add(operator);
        if (telling.getAndIncrement() == 0) {
            do {
                tell(maybeNews.poll());
            } while (telling.decrementAndGet() > 0);
        }
    }

    /** Whoever was not told in the end is told at the next look. */
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
        String frame = frame(List.of(operator));
        for (Connection device : registry.staff()) {
            if (device.isGreeted() && !device.caller().id().equals(operator.id().toString())) {
                device.send(frame);
            }
        }
    }

    private String frame(List<Operator> operators) {
        return ServerFrame.presence(
                operators.stream()
                        .map(operator -> operator.withStatus(effective(operator)))
                        .toList(),
                routing.availability());
    }

    private OperatorStatus effective(Operator operator) {
        return lease.apply(
                operator.status(),
                registry.of(operator.asParticipant()).stream()
                        .map(Connection::lastHeard)
                        .toList());
    }
}
