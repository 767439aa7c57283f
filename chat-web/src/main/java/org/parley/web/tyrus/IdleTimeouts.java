package org.parley.web.tyrus;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.server.ServerContainer;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives Tyrus, the WebSocket of Payara and GlassFish, our own scheduler for its idle timeouts. Tyrus renews a timeout
 * with every frame, by the server's default scheduler, which each time searches all jars for context providers. That
 * was most of a message's cost. No setting reaches it (ADR-0019).
 */
@WebListener
public class IdleTimeouts implements ServletContextListener {
    private static final Logger LOG = Logger.getLogger(IdleTimeouts.class.getName());

    /** Heartbeats end dead sockets, not the container. */
    private static final long NEVER = 0;

    /** Cheaper than never: with 0 Tyrus starts a task for each frame, with a longer time only a timer. */
    private static final long ALMOST_NEVER = Duration.ofDays(1).toMillis();

    private static final String SCHEDULER = "managedScheduledExecutorService";

    @Resource
    ManagedThreadFactory threads;

    private ScheduledThreadPoolExecutor scheduler;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Object container = event.getServletContext().getAttribute(ServerContainer.class.getName());
        if (container instanceof ServerContainer sockets) {
            boolean isTyrus = container.getClass().getName().startsWith("org.glassfish.tyrus.");
            // For every session from its first moment: Tyrus starts a timeout of 0 at once, which would close a session
            // that gets a longer one meanwhile.
            sockets.setDefaultMaxSessionIdleTimeout(isTyrus && replace(container) ? ALMOST_NEVER : NEVER);
        }
    }

    private boolean replace(Object container) {
        for (Class<?> type = container.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(SCHEDULER);
                field.setAccessible(true);
                scheduler = newScheduler();
                field.set(container, scheduler);
                return true;
            } catch (NoSuchFieldException e) {
                continue; // a superclass has it
            } catch (ReflectiveOperationException | RuntimeException e) {
                LOG.log(Level.INFO, "This server keeps its own scheduler for idle sockets; messages cost more", e);
                return false;
            }
        }
        return false;
    }

    private ScheduledThreadPoolExecutor newScheduler() {
        ScheduledThreadPoolExecutor one = new ShortTimeouts(threads);
        one.setRemoveOnCancelPolicy(true);
        // At a shutdown frames may follow its end; they need no timeout and must not fail without one.
        one.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        return one;
    }

    /** Only patience with closing sockets is short. All other timeouts would be renewed with each frame for nothing. */
    private static final class ShortTimeouts extends ScheduledThreadPoolExecutor {
        private final ScheduledFuture<?> never;

        ShortTimeouts(ThreadFactory threads) {
            super(1, threads);
            never = super.schedule(() -> {}, ALMOST_NEVER, TimeUnit.MILLISECONDS);
            never.cancel(false);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable timeout, long delay, TimeUnit unit) {
            return unit.toMillis(delay) < ALMOST_NEVER ? super.schedule(timeout, delay, unit) : never;
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (scheduler != null) {
            scheduler.shutdownNow();
        }
    }
}
