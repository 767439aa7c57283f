package org.parley.web.presence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.operator.Leases;
import org.parley.api.operator.OperatorId;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.Timer;

/**
 * Tells the database which operators have a living device on this node, for routing on any node (ADR-0016): at once
 * when somebody comes or goes, and again in time for those who stay.
 */
@ApplicationScoped
public class LeaseKeeper {
    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class.getName());

    @Inject
    ConnectionRegistry registry;

    @Inject
    Leases leases;

    @Inject
    Clock clock;

    @Inject
    Timer timer;

    @Inject
    @ConfigProperty(name = "parley.heartbeat")
    int heartbeat;

    /** Two threads with the same operator would both make the row. */
    private final Object oneAtATime = new Object();

    private final String node = UUID.randomUUID().toString();
    private final Map<OperatorId, Instant> told = new ConcurrentHashMap<>();
    private Duration length;
    private Future<?> turn;

    @PostConstruct
    void prepare() {
        length = PresenceLease.length(Duration.ofSeconds(heartbeat));
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        turn = timer.everyWaiting(Duration.ofSeconds(1), "Telling the database who can be reached", this::look);
    }

    @PreDestroy
    void stop() {
        if (turn != null) {
            turn.cancel(false);
        }
    }

    /** Makes an operator reachable when their device is greeted. Waits for the database. */
    public void renewNow(OperatorId operator) {
        synchronized (oneAtATime) {
            if (!told.containsKey(operator)) {
                tellOf(Map.of(operator, clock.instant().plus(length)));
            }
        }
    }

    /** Tells the news. */
    void look() {
        synchronized (oneAtATime) {
            Map<OperatorId, Instant> news = news();
            if (!news.isEmpty()) {
                tellOf(news);
            }
        }
    }

    private void tellOf(Map<OperatorId, Instant> news) {
        try {
            leases.renew(node, news);
            Instant now = clock.instant();
            news.forEach((operator, until) -> {
                if (until.isAfter(now)) {
                    told.put(operator, until);
                } else {
                    told.remove(operator);
                }
            });
        } catch (RuntimeException e) {
            // Tried again in a second; until then the old leases run on.
            LOG.log(Level.WARNING, "The database did not learn who can be reached: {0}", e.getMessage());
        }
    }

    /** The leases of operators who came, who went, or whose lease has used up a third of its length. */
    private Map<OperatorId, Instant> news() {
        Instant now = clock.instant();
        Map<OperatorId, Instant> news = new HashMap<>();
        Map<OperatorId, Instant> heard = lastHeard();
        heard.forEach((operator, at) -> {
            Instant until = at.plus(length);
            Instant known = told.get(operator);
            if (until.isAfter(now)
                    && (known == null
                            || Duration.between(known, until).multipliedBy(3).compareTo(length) > 0)) {
                news.put(operator, until);
            }
        });
        told.keySet().stream()
                .filter(operator -> !heard.containsKey(operator))
                .forEach(operator -> news.put(operator, now));
        return news;
    }

    private Map<OperatorId, Instant> lastHeard() {
        Map<OperatorId, Instant> heard = new HashMap<>();
        for (Connection device : registry.staff()) {
            if (device.isGreeted() && !device.isClosed()) {
                heard.merge(
                        device.caller().operatorId(),
                        device.lastHeard(),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return heard;
    }
}
