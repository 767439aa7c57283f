package org.parley.web.poll;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.web.connection.Connection;
import org.parley.web.connection.Timer;
import org.parley.web.gateway.Gateway;
import org.parley.web.security.Arrival;
import org.parley.web.security.Identity;

/** The poll sessions of this node. */
@ApplicationScoped
public class PollSessions {
    @Inject
    Gateway gateway;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.heartbeat")
    int heartbeat;

    @Inject
    @ConfigProperty(name = "parley.poll.frames")
    int mostFrames;

    @Inject
    @ConfigProperty(name = "parley.poll.chars")
    int mostChars;

    @Inject
    @ConfigProperty(name = "parley.poll.sessions")
    int mostSessions;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Timer timer;

    private final Map<String, PollSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, Integer> countByPrincipal = new ConcurrentHashMap<>();
    private Future<?> look;

    // At the start, because a task scheduled by a request would run as that request's caller.
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        look = timer.every(Duration.ofSeconds(1), "Looking after poll sessions", this::look);
    }

    @PreDestroy
    void stop() {
        if (look != null) {
            look.cancel(false);
        }
    }

    /** @throws ChatException RATE_LIMITED when the caller has too many already */
    PollSession open(Arrival arrival) {
        String principal = arrival.identity().principalName();
        if (countByPrincipal.merge(principal, 1, Integer::sum) > mostSessions) {
            countDown(principal);
            throw ChatException.rateLimited(
                    "At most " + mostSessions + " poll sessions at once; those that nobody polls end by themselves.",
                    2 * heartbeat);
        }
        PollTransport transport = new PollTransport(new Window(mostFrames, mostChars), executor);
        Connection connection = gateway.open(arrival, transport);
        PollSession session = new PollSession(connection, transport, clock.instant());
        sessions.put(session.id(), session);
        transport.whenClosed(() -> gateway.closed(connection));
        return session;
    }

    /**
     * The caller's session; a newer token of the same caller renews it.
     *
     * @throws ChatException NOT_FOUND when there is none, when the client has heard of its end, or when it is of
     *     another caller or other rights
     */
    PollSession find(String id, Identity identity) {
        PollSession session = sessions.get(id);
        if (session == null
                || session.transport().isOver()
                || !identity.isSameCallerAs(session.connection().identity())) {
            throw ChatException.notFound("session");
        }
        if (identity.expires().isAfter(session.connection().identity().expires())) {
            session.connection().renew(identity);
        }
        return session;
    }

    /** Notes that a poll of this session has come or was answered. */
    void polled(PollSession session) {
        session.polled(clock.instant());
        gateway.heard(session.connection());
        forgetIfOver(session, clock.instant());
    }

    private void look() {
        for (PollSession session : sessions.values()) {
            session.connection().guard("Looking after a poll session", () -> {
                if (session.transport().isAwaited()) {
                    polled(session);
                }
                forgetIfOver(session, clock.instant());
            });
        }
    }

    private void forgetIfOver(PollSession session, Instant now) {
        if (session.isOver(now.minus(Duration.ofSeconds(2L * heartbeat))) && sessions.remove(session.id()) != null) {
            countDown(session.principal());
        }
    }

    private void countDown(String principal) {
        countByPrincipal.computeIfPresent(principal, (key, count) -> count == 1 ? null : count - 1);
    }
}
