package org.parley.web.connection;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.parley.api.event.EventFeed;
import org.parley.api.operator.OperatorId;
import org.parley.api.security.Sessions;
import org.parley.api.security.SessionsEnded;
import org.parley.api.security.Standing;
import org.parley.web.protocol.CloseCode;
import org.parley.web.security.SessionCheck;

/**
 * Ends the connections of staff whose session has ended: at once after an end on this node, within a second after one
 * elsewhere.
 */
@ApplicationScoped
public class SessionWatch {
    private static final Logger LOG = Logger.getLogger(SessionWatch.class.getName());

    @Inject
    ConnectionRegistry registry;

    @Inject
    Sessions sessions;

    @Inject
    SessionCheck check;

    @Inject
    EventFeed events;

    @Inject
    Timer timer;

    @Resource
    ManagedExecutorService executor;

    private final AtomicBoolean waiting = new AtomicBoolean();
    private Future<?> turn;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        events.subscribe(SessionsEnded.class, ended -> lookSoon());
        turn = timer.every(Duration.ofSeconds(1), "Looking whose sessions have ended", this::lookSoon);
    }

    @PreDestroy
    void stop() {
        if (turn != null) {
            turn.cancel(false);
        }
    }

    /** On another thread: it waits for the database. */
    private void lookSoon() {
        if (waiting.compareAndSet(false, true)) {
            try {
                executor.execute(this::look);
            } catch (RuntimeException e) {
                waiting.set(false);
            }
        }
    }

    void look() {
        // A session that ends from now on asks for another look.
        waiting.set(false);
        List<Connection> staff = registry.staff().stream()
                .filter(connection -> !connection.isClosed())
                .toList();
        try {
            Map<OperatorId, Standing> standings = sessions.standings(each(staff, SessionWatch::operator));
            Set<String> ended = sessions.ended(
                    each(staff, connection -> connection.identity().session().id()));
            staff.stream()
                    .filter(connection ->
                            !SessionCheck.counts(connection.identity(), standings.get(operator(connection)), ended))
                    .forEach(this::end);
        } catch (RuntimeException e) {
            // The next look finds it as well.
            LOG.log(Level.WARNING, "It could not be found out whose sessions have ended: {0}", e.getMessage());
        }
    }

    private void end(Connection connection) {
        // Otherwise a client that comes back at once would be let in for a moment.
        check.forget(connection.identity());
        connection.end(CloseCode.TOKEN);
    }

    private static OperatorId operator(Connection connection) {
        return connection.caller().operatorId();
    }

    private static <T> Set<T> each(List<Connection> staff, Function<Connection, T> part) {
        return staff.stream().map(part).collect(Collectors.toSet());
    }
}
