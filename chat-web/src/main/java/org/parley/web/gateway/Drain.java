package org.parley.web.gateway;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.Door;
import org.parley.web.protocol.CloseCode;

/**
 * The orderly end, at a stop, an undeployment and a redeployment. It is a context listener because containers stop
 * these first, while sockets and beans still work; {@code @PreDestroy} would be too late to tell clients.
 */
@WebListener
public class Drain implements ServletContextListener {
    /** The time for devices to read the bye, and to stop sending, before the line is cut. */
    private static final Duration LINGER = Duration.ofMillis(500);

    private static final long LOOK_MILLIS = 20;

    @Inject
    Door door;

    @Inject
    Gateway gateway;

    @Inject
    Dispatcher dispatcher;

    @Inject
    ConnectionRegistry registry;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.drain")
    int seconds;

    /** Ends a connection of nobody, because a stopping server may not find classes that were not used before. */
    @Override
    public void contextInitialized(ServletContextEvent event) {
        Connection nobody = gateway.rehearsal();
        nobody.end(CloseCode.DRAINING, Duration.ZERO);
        nobody.settle(clock.instant(), Duration.ZERO);
        until(clock.instant(), () -> dispatcher.unanswered() == 0);
        until(clock.instant(), this::allHaveGone);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        Instant end = clock.instant().plusSeconds(seconds);
        door.close();
        // Accepted commands are committed and answered first; later ones stay unanswered and are sent again elsewhere.
        // Half of the time must do: a server may close the database's pool meanwhile, and then no answer comes.
        until(clock.instant().plus(Duration.ofSeconds(seconds).dividedBy(2)), () -> dispatcher.unanswered() == 0);
        for (Connection connection : registry.all()) {
            connection.end(CloseCode.DRAINING, LINGER);
        }
        until(end, this::allHaveGone);
    }

    private boolean allHaveGone() {
        Instant now = clock.instant();
        boolean all = true;
        for (Connection connection : registry.all()) {
            all &= connection.settle(now, Duration.ofSeconds(seconds));
        }
        return all;
    }

    private void until(Instant end, BooleanSupplier done) {
        try {
            while (!done.getAsBoolean() && clock.instant().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the container is in a hurry
        }
    }
}
