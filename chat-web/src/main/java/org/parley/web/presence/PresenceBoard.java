package org.parley.web.presence;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
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
 * Which operators can be reached and are willing: their own status, and whether a connection of theirs was heard
 * recently. It changes what others see of an operator, never what the operator owns. News that follow one another
 * closely are told together, because each device of staff gets all of them.
 */
@ApplicationScoped
public class PresenceBoard {
    private static final Logger LOG = Logger.getLogger(PresenceBoard.class.getName());

    /** What comes sooner after the last news waits for the next look. */
    static final Duration PAUSE = Duration.ofMillis(500);

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
    private volatile Instant toldAt = Instant.MIN;
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

    /** Looks whether leases have expired, and tells what has gathered; about once a second. */
    void look() {
        maybeNews.addAll(seen.keySet());
        tellWhatGathered();
    }

    /** The state of all operators and departments, as one frame. */
    public String snapshot(List<Operator> operators) {
        return ServerFrame.presence(
                operators.stream().map(this::see).map(this::asOthersSee).toList(), routing.availability());
    }

    /** Tells the operator's state if it is news, now or at the next look. */
    private void tellIfNew(OperatorId operator) {
        maybeNews.add(operator);
        if (!toldAt.plus(PAUSE).isAfter(clock.instant())) {
            tellWhatGathered();
        }
    }

    /**
     * One thread at a time tells, so that the last frame is the true one. Nobody waits for that thread, because a caller
     * may hold the container's lock on a closing socket.
     */
    private void tellWhatGathered() {
        if (telling.getAndIncrement() == 0) {
            do {
                Set<OperatorId> gathered = new LinkedHashSet<>();
                for (OperatorId id = maybeNews.poll(); id != null; id = maybeNews.poll()) {
                    gathered.add(id);
                }
                tell(gathered);
            } while (telling.decrementAndGet() > 0);
        }
    }

    /** Tells what is news of these operators; after a failure the next look tells it. */
    private void tell(Set<OperatorId> gathered) {
        try {
            List<Operator> news = gathered.stream()
                    .map(seen::get)
                    .filter(Objects::nonNull)
                    .map(this::asOthersSee)
                    .filter(operator -> told.put(operator.id(), operator.status()) != operator.status())
                    .toList();
            if (!news.isEmpty()) {
                toldAt = clock.instant();
                tell(news);
            }
        } catch (RuntimeException | Error e) {
            told.keySet().removeAll(gathered);
            LOG.log(Level.WARNING, "Nobody was told who is there; that is tried again", e);
        }
    }

    private void tell(List<Operator> news) {
        String frame = ServerFrame.presence(news, List.of());
        String alone = news.size() == 1 ? news.get(0).id().toString() : null;
        for (Connection device : registry.staff()) {
            if (device.isGreeted() && !device.caller().id().equals(alone)) {
                device.send(frame);
            }
        }
    }

    private Operator asOthersSee(Operator operator) {
        return operator.withStatus(lease.apply(
                operator.status(),
                registry.of(operator.asParticipant()).stream()
                        .map(Connection::lastHeard)
                        .toList()));
    }
}
