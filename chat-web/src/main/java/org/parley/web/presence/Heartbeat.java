package org.parley.web.presence;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.Timer;
import org.parley.web.protocol.CloseCode;

/**
 * Pings connections that were silent for one heartbeat. Ends connections that were silent for two, or whose token has
 * expired; the socket itself notices neither.
 */
@ApplicationScoped
public class Heartbeat {
    @Inject
    ConnectionRegistry registry;

    @Inject
    PresenceBoard presence;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.heartbeat")
    int seconds;

    @Inject
    Timer timer;

    private Future<?> beat;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        beat = timer.every(Duration.ofSeconds(1), "Looking after connections", this::look);
    }

    @PreDestroy
    void stop() {
        if (beat != null) {
            beat.cancel(false);
        }
    }

    void look() {
        Instant now = clock.instant();
        for (Connection connection : registry.all()) {
            connection.guard("The heartbeat", () -> look(connection, now));
        }
        presence.look();
    }

    private void look(Connection connection, Instant now) {
        if (connection.isClosed()) {
            // The container reports the end only when the other side has agreed to it, which a dead one never does.
            if (connection.settle(now, heartbeats(2))) {
                connection.gone();
                registry.remove(connection);
                presence.left(connection);
            }
        } else if (connection.lastHeard().isBefore(now.minus(heartbeats(2)))) {
            connection.end(CloseCode.SILENT);
        } else if (connection.isShownOut(now)) {
            connection.end(CloseCode.FORBIDDEN);
        } else if (!connection.identity().expires().isAfter(now)) {
            connection.end(CloseCode.TOKEN);
        } else {
            connection.pingIfSilent(now.minus(heartbeats(1)));
        }
    }

    private Duration heartbeats(int count) {
        return Duration.ofSeconds((long) count * seconds);
    }
}
